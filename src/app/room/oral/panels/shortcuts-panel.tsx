import { Kbd, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useShortcutSetting } from '../shortcut-setting.ts'
import styles from './panels.module.css'
import { SidePanel } from './side-panel.tsx'

/** Every shortcut, and the switch that turns the one-key ones off (WCAG 2.1.4). */
export function ShortcutsPanel() {
  const { t } = useTranslation('oral')
  const { shortcutsOn, setShortcutsOn } = useShortcutSetting()
  const lines = [
    { keys: t('shortcuts.keys.arrows'), what: t('shortcuts.arrows') },
    { keys: t('shortcuts.keys.marks'), what: t('shortcuts.marks') },
    { keys: 'R', what: t('shortcuts.rest') },
    { keys: 'V', what: t('shortcuts.verdict') },
    { keys: t('shortcuts.keys.confirm'), what: t('shortcuts.confirm') },
    { keys: 'N', what: t('shortcuts.note') },
    { keys: t('shortcuts.keys.addNote'), what: t('shortcuts.addNote') },
    { keys: t('shortcuts.keys.timer'), what: t('shortcuts.timer') },
    { keys: 'D', what: t('shortcuts.delivery') },
    { keys: t('shortcuts.keys.undo'), what: t('shortcuts.undo') },
    { keys: t('shortcuts.keys.redo'), what: t('shortcuts.redo') },
    { keys: '/', what: t('shortcuts.search') },
    { keys: '?', what: t('shortcuts.help') },
    { keys: t('shortcuts.keys.escape'), what: t('shortcuts.escape') },
  ]
  return (
    <SidePanel title={t('shortcuts.title')}>
      <Switch
        size="md"
        label={t('shortcuts.enabled')}
        checked={shortcutsOn}
        onChange={(event) => setShortcutsOn(event.currentTarget.checked)}
      />
      <dl className={styles['keys']}>
        {lines.map(({ keys, what }) => (
          <div key={what}>
            <dt>
              <Kbd size="md">{keys}</Kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </SidePanel>
  )
}
