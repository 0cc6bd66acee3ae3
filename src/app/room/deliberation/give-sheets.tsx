import { useObservable } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { watchDay } from '#device/day.ts'
import { giveSheets } from '#device/deliberation/give.ts'
import type { PanelDay } from '#device/deliberation/panel-day.ts'
import { useNotebook } from '../notebook-context.tsx'
import styles from './deliberation.module.css'
import { GiveActs } from './give-acts.tsx'
import { jurorNames } from './juror-names.ts'

/** What a member does before the deliberation: hands their signed sheets to the president. */
export function GiveSheets({ panelDay: { panel, day, orals } }: { panelDay: PanelDay }) {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  const own = useObservable(() => watchDay(notebook), [notebook])
  const signed = own?.filter(({ oral, sheet }) => orals.some(({ id }) => id === oral.id) && sheet?.signedHash != null).length ?? 0
  return (
    <section className={styles['panel']}>
      <h3>{t('home.give.title')}</h3>
      {signed === 0 ? (
        <p>{t('home.give.none')}</p>
      ) : (
        <>
          <p>{t('sheet.count', { count: signed, all: orals.length })}</p>
          <p>{t('home.give.detail', { name: jurorNames(notebook, [panel.presidentId]) })}</p>
          <GiveActs to={`/salle/deliberation/donner/fiches/${panel.id}/${day}`} make={() => giveSheets(notebook, panel.id, day)} />
        </>
      )}
    </section>
  )
}
