import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconFlagCheck,
  IconKeyboard,
  IconMessage,
  IconMessageQuestion,
  IconMicrophone,
  IconSearch,
  type TablerIcon,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { redoTarget, undoTarget } from '#domain/draft.ts'
import { gestureWords } from './gesture-words.ts'
import { useOralWork } from './oral-work.ts'
import { type PanelName, placeIds, usePlaces } from './places.tsx'
import { useFindings } from './synthesis/use-findings.ts'
import styles from './toolbar.module.css'

const PANELS: readonly { panel: Exclude<PanelName, 'shortcuts'>; Icon: TablerIcon }[] = [
  { panel: 'delivery', Icon: IconMicrophone },
  { panel: 'notes', Icon: IconMessage },
  { panel: 'questions', Icon: IconMessageQuestion },
  { panel: 'search', Icon: IconSearch },
]

/** Under the thumb: undo and redo, then what is one gesture away from anywhere. */
export function Toolbar() {
  const { t } = useTranslation('oral')
  const { go, panel: open, openPanel, closePanel } = usePlaces()
  const findings = useFindings().length
  const toggle = (panel: PanelName) => (open === panel ? closePanel() : openPanel(panel))
  return (
    <section className={styles['toolbar']} aria-label={t('toolbar.label')}>
      <UndoRedo />
      {PANELS.map(({ panel, Icon }) => (
        <button key={panel} type="button" className={styles['tool']} aria-expanded={open === panel} onClick={() => toggle(panel)}>
          <Icon size={22} aria-hidden />
          <span>{t(`toolbar.${panel}`)}</span>
        </button>
      ))}
      <button
        type="button"
        className={styles['tool']}
        aria-label={t('toolbar.reviewCount', { count: findings })}
        onClick={() => go({ kind: 'synthesis' }, findings > 0 ? placeIds.review : placeIds.synthesis)}
      >
        <IconFlagCheck size={22} aria-hidden />
        {findings > 0 && (
          <span className={`cdj-figures ${styles['count'] ?? ''}`} aria-hidden>
            {findings}
          </span>
        )}
        <span>{t('toolbar.review')}</span>
      </button>
      <button
        type="button"
        className={`${styles['tool'] ?? ''} ${styles['keyboard'] ?? ''}`}
        aria-expanded={open === 'shortcuts'}
        onClick={() => toggle('shortcuts')}
      >
        <IconKeyboard size={22} aria-hidden />
        <span>{t('toolbar.shortcuts')}</span>
      </button>
    </section>
  )
}

function UndoRedo() {
  const { t } = useTranslation('oral')
  const { entries, subject, writable, undo, redo } = useOralWork()
  const undoable = useMemo(() => undoTarget(entries), [entries])
  const redoable = useMemo(() => redoTarget(entries), [entries])
  const undoName = undoable ? t('toolbar.undoWhat', { what: gestureWords(subject.grid, undoable.body) }) : t('toolbar.nothingToUndo')
  const redoName = redoable ? t('toolbar.redoWhat', { what: gestureWords(subject.grid, redoable.body) }) : t('toolbar.nothingToRedo')
  return (
    <>
      <button
        type="button"
        className={styles['tool']}
        aria-label={undoName}
        title={undoName}
        disabled={!writable || !undoable}
        onClick={undo}
      >
        <IconArrowBackUp size={22} aria-hidden />
        <span>{t('toolbar.undo')}</span>
      </button>
      <button
        type="button"
        className={styles['tool']}
        aria-label={redoName}
        title={redoName}
        disabled={!writable || !redoable}
        onClick={redo}
      >
        <IconArrowForwardUp size={22} aria-hidden />
        <span>{t('toolbar.redo')}</span>
      </button>
    </>
  )
}
