import type { ImportFile } from '#domain/import-file.ts'

/** A small valid session: 2 candidates, one panel of 3 jurors (the first presides), 3 orals of 24 November 2026. */
export function anImportFile(changes: Partial<ImportFile> = {}): ImportFile {
  const juror = (id: string, lastName: string, firstName: string) => ({
    id,
    lastName,
    firstName,
    quality: 'Professionnel·le',
    external: true,
  })
  const oral = (id: string, candidateId: string, gridId: string, hour: string) => ({
    id,
    candidateId,
    panelId: 'p1',
    gridId,
    startsAt: `2026-11-24T${hour}:00+01:00`,
  })
  return {
    format: 'carnet-de-jury/import',
    formatVersion: 1,
    session: { title: 'Session d’essai', centre: 'Centre d’Angers', startsOn: '2026-11-24', endsOn: '2026-11-24' },
    candidates: [
      {
        id: 'c1',
        number: '0001',
        lastName: 'Bazin',
        firstName: 'Inès',
        blocks: ['B1', 'B2', 'B3'],
        accommodations: [{ effect: '40 minutes au lieu de 30', extraTime: { numerator: 1, denominator: 3 } }],
      },
      { id: 'c2', number: '0002', lastName: 'Cormier', firstName: 'Yann', blocks: ['B1', 'B2'], accommodations: [] },
    ],
    jurors: [juror('j1', 'Dumas', 'Agnès'), juror('j2', 'Ferrand', 'Karim'), juror('j3', 'Guyot', 'Lise')],
    panels: [{ id: 'p1', name: 'Jury A', room: 'Salle 12', jurorIds: ['j1', 'j2', 'j3'], presidentId: 'j1' }],
    orals: [oral('o1', 'c1', 'cdcm-b1', '09:00'), oral('o2', 'c2', 'cdcm-b1', '10:00'), oral('o3', 'c1', 'cdcm-final', '11:00')],
    ...changes,
  }
}

/** The same session today, one oral an hour from 09:00 UTC, so that a juror's day lists them whenever the test runs. */
export function anImportFileOfToday(now = new Date()): ImportFile {
  const today = now.toISOString().slice(0, 10)
  const file = anImportFile()
  return {
    ...file,
    session: { ...file.session, startsOn: today, endsOn: today },
    orals: file.orals.map((oral, index) => ({ ...oral, startsAt: `${today}T${String(9 + index).padStart(2, '0')}:00:00Z` })),
  }
}
