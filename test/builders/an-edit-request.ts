import type { EditRequest } from '#domain/tables/edit-lines.ts'
import { GRIDS } from './a-table-file.ts'

/** What changing tables needs, with ids `new-1`, `new-2`… */
export function anEditRequest(): EditRequest {
  let count = 0
  return {
    grids: GRIDS,
    words: {
      quality: 'Membre du jury',
      room: 'Salle à préciser',
      panel: (name) => `Jury ${name}`,
      extraTime: (share) => `Temps majoré (${share})`,
      yes: 'oui',
      no: 'non',
      column: (key) => key,
    },
    newId: () => {
      count += 1
      return `new-${count}`
    },
  }
}
