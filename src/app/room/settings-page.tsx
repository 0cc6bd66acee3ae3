import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../shared/page-header.tsx'
import { DiagnosticsExport } from './diagnostics-export.tsx'
import { MandateLink } from './mandate/mandate-link.tsx'
import { NotebookPanel } from './notebook-panel.tsx'
import styles from './panel.module.css'
import { PaperLink } from './paper/paper-link.tsx'
import { PassphraseChange } from './passphrase-change.tsx'
import { WipeLink } from './wipe/wipe-link.tsx'

/** The notebook's settings. */
export function SettingsPage() {
  const { t } = useTranslation('room')
  return (
    <>
      <PageHeader title={t('storage.title')} />
      <NotebookPanel />
      <ColorSchemePanel />
      <PassphraseChange />
      <DiagnosticsExport />
      <MandateLink />
      <PaperLink />
      <WipeLink />
    </>
  )
}

const SCHEMES = ['auto', 'light', 'dark'] as const

function ColorSchemePanel() {
  const { t } = useTranslation(['room', 'shared'])
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  // The three words do not fit beside each other on a phone.
  const isNarrow = useMediaQuery('(max-width: 480px)', false, { getInitialValueInEffect: false })
  const headingId = useId()
  return (
    <section className={styles['panel']}>
      <h2 id={headingId}>{t('storage.look.title')}</h2>
      <p>{t('storage.look.hint')}</p>
      <SegmentedControl
        size="lg"
        orientation={isNarrow ? 'vertical' : 'horizontal'}
        aria-labelledby={headingId}
        value={colorScheme}
        onChange={setColorScheme}
        data={SCHEMES.map((value) => ({ value, label: t(`shared:colorScheme.${value}`) }))}
      />
    </section>
  )
}
