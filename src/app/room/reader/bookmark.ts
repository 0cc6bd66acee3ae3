import type { DraftState } from '#domain/draft.ts'
import type { EntryBody } from '#domain/entry.ts'

const PREFIX = 'bookmark-'

/**
 * A bookmark is a private note that stands on a page, known by its id: it lives in the encrypted log like any gesture, can be undone, and
 * never enters the signed sheet. One page, one id: two tabs that mark the same page agree.
 */
export function bookmarkBody(page: number, text: string | null): EntryBody {
  return { kind: 'note', noteId: `${PREFIX}${page}`, target: { page }, text, private: true }
}

/** True for notes that are bookmarks. */
export function isBookmark(note: { id: string }): boolean {
  return note.id.startsWith(PREFIX)
}

/** The pages marked, in order. */
export function bookmarkedPages(notes: DraftState['notes']): number[] {
  return notes
    .filter(isBookmark)
    .flatMap((note) => (note.page === null ? [] : [note.page]))
    .sort((a, b) => a - b)
}
