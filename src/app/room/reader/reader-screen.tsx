import { Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useCallback, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOralWork } from '../oral/oral-work.ts'
import { bookmarkBody, bookmarkedPages, isBookmark } from './bookmark.ts'
import { GridPanel } from './marking/grid-panel.tsx'
import { NotesPanel } from './marking/notes-panel.tsx'
import { QuestionsPanel } from './marking/questions-panel.tsx'
import type { PdfState } from './pdf/use-pdf.ts'
import { PdfFailureNotice } from './pdf-failure-notice.tsx'
import { PdfViewer } from './pdf-viewer.tsx'
import { ReaderHeader } from './reader-header.tsx'
import styles from './reader-screen.module.css'
import { SplitSeparator } from './split-separator.tsx'
import { usePageAddress } from './use-page-address.ts'

type ReaderTab = 'support' | 'grid' | 'notes' | 'questions'

/** Side by side needs the width of a tablet held sideways. */
const SIDE_BY_SIDE = '(min-width: 60em) and (orientation: landscape)'
const FIRST_SHARE = 56

interface ReaderScreenProps {
  pdf: PdfState
  /** The oral's time, while it runs. */
  timer: ReactNode
  /** What keeps the juror from writing, if anything. */
  notices: ReactNode
}

/** The support beside the grid: side by side where there is room, one at a time elsewhere. */
export function ReaderScreen({ pdf, timer, notices }: ReaderScreenProps) {
  const { t } = useTranslation('reader')
  const { draft, writable, record } = useOralWork()
  const [askedPage, setPage] = usePageAddress()
  const page = pdf.status === 'ready' ? Math.min(askedPage, pdf.document.pageCount) : askedPage
  const sideBySide = useMediaQuery(SIDE_BY_SIDE, undefined, { getInitialValueInEffect: false }) ?? false
  const [tab, setTab] = useState<ReaderTab>('support')
  const [share, setShare] = useState(FIRST_SHARE)
  const [linked, setLinked] = useState(true)
  const id = useId()
  const shownTab = sideBySide && tab === 'support' ? 'grid' : tab
  const pdfVisible = sideBySide || shownTab === 'support'
  const openQuestions = draft.questions.filter((question) => !question.asked).length
  const privateNotes = draft.notes.filter((note) => note.private && !isBookmark(note)).length

  const goToPage = useCallback(
    (next: number) => {
      setPage(next)
      if (!sideBySide) setTab('support')
    },
    [setPage, sideBySide],
  )
  const bookmarked = bookmarkedPages(draft.notes)
  const toggleBookmark = (marked: number) => void record(bookmarkBody(marked, bookmarked.includes(marked) ? null : t('bookmarks.text')))
  // Without its PDF on the screen, no page can have been seen.
  const link = { page: pdf.status === 'ready' ? page : null, linked, onLinked: setLinked, onPage: goToPage }

  return (
    <div className={styles['screen']}>
      <ReaderHeader share={sideBySide ? share : null} onShare={setShare} timer={timer} />
      {notices}
      <Tabs
        id={id}
        value={shownTab}
        onChange={(next) => next !== null && setTab(next as ReaderTab)}
        className={styles['body'] ?? ''}
        data-side-by-side={sideBySide || undefined}
        style={{ '--reader-share': `${share}%` }}
        keepMounted={false}
      >
        <div
          className={styles['support']}
          hidden={!pdfVisible}
          {...(sideBySide ? {} : { role: 'tabpanel', id: `${id}-panel-support`, 'aria-labelledby': `${id}-tab-support` })}
        >
          {pdf.status === 'loading' && <p className={styles['waiting']}>{t('viewer.opening')}</p>}
          {pdf.status === 'failed' && <PdfFailureNotice code={pdf.code} />}
          {pdf.status === 'ready' && (
            <PdfViewer
              document={pdf.document}
              page={page}
              onPage={setPage}
              bookmarked={bookmarked}
              canBookmark={writable}
              onBookmark={toggleBookmark}
              visible={pdfVisible}
            />
          )}
        </div>
        {sideBySide && <SplitSeparator share={share} onShare={setShare} />}
        <Tabs.List className={styles['tabs'] ?? ''} aria-label={t('tabs.label')} grow>
          {!sideBySide && <Tabs.Tab value="support">{t('tabs.support')}</Tabs.Tab>}
          <Tabs.Tab value="grid">{t('tabs.grid')}</Tabs.Tab>
          <Tabs.Tab value="notes">{privateNotes > 0 ? t('tabs.notesCount', { count: privateNotes }) : t('tabs.notes')}</Tabs.Tab>
          <Tabs.Tab value="questions">
            {openQuestions > 0 ? t('tabs.questionsCount', { count: openQuestions }) : t('tabs.questions')}
          </Tabs.Tab>
        </Tabs.List>
        <div className={styles['panels']} hidden={shownTab === 'support'}>
          <Tabs.Panel value="grid">
            <GridPanel {...link} />
          </Tabs.Panel>
          <Tabs.Panel value="notes">
            <NotesPanel {...link} />
          </Tabs.Panel>
          <Tabs.Panel value="questions">
            <QuestionsPanel />
          </Tabs.Panel>
        </div>
      </Tabs>
    </div>
  )
}
