import { describe, expect, it } from 'vitest'
import { cdcm } from '#frameworks/cdcm.ts'

const activities = cdcm.blocks.flatMap((block) => block.activities)
const competences = activities.flatMap((activity) => activity.competences)
const criteria = competences.flatMap((competence) => competence.criteria)
const indicators = criteria.flatMap((criterion) => criterion.indicators)

describe('the bundled référentiel is whole', () => {
  it('names its certification', () => {
    expect(cdcm).toMatchObject({
      title: 'Chargé(e) de développement commercial et marketing',
      level: 6,
      type: 'titre à finalité professionnelle',
    })
  })

  it('holds 3 blocks, 9 activities and 24 competences, each in its place', () => {
    const tree = Object.fromEntries(
      cdcm.blocks.map((block) => [
        `${block.id} ${block.title}`,
        Object.fromEntries(block.activities.map((activity) => [activity.id, activity.competences.map(({ id }) => id).join(' ')])),
      ]),
    )
    expect(tree).toEqual({
      "B1 Mise en œuvre d'un plan marketing omnicanal": { A1: 'C1 C2 C3 C4', A2: 'C5 C6 C7 C8', A3: 'C9' },
      'B2 Développer et suivre les ventes multicanales': { A4: 'C10', A5: 'C11 C12 C13', A6: 'C14 C15', A7: 'C16' },
      'B3 Manager une équipe commerciale et marketing': { A8: 'C17 C18 C19 C20 C21 C22', A9: 'C23 C24' },
    })
    expect(activities).toHaveLength(9)
    expect(competences.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, index) => `C${index + 1}`))
  })

  it('holds 54 criteria, 195 indicators and 131 detail elements', () => {
    expect(criteria).toHaveLength(54)
    expect(indicators).toHaveLength(195)
    expect(indicators.flatMap(({ details }) => details)).toHaveLength(131)
  })

  it('numbers criteria and indicators within their competence, without a gap', () => {
    for (const competence of competences) {
      expect(competence.criteria.map(({ id }) => id)).toEqual(competence.criteria.map((_, index) => `${competence.id}.K${index + 1}`))
      for (const criterion of competence.criteria) {
        expect(criterion.indicators.map(({ id }) => id)).toEqual(criterion.indicators.map((_, index) => `${criterion.id}.I${index + 1}`))
      }
    }
  })

  it('uses only tags that it explains', () => {
    const counts: Record<string, number> = {}
    for (const tag of indicators.flatMap(({ tags }) => tags)) counts[tag] = (counts[tag] ?? 0) + 1
    expect(counts).toEqual({
      oral: 7,
      'oral:attitude': 1,
      'oral:temps': 1,
      'oral:elocution': 1,
      'oral:vocabulaire': 1,
      'oral:notes': 1,
      'oral:auditoire': 1,
      'oral:reponses': 1,
      'jeu-de-role': 13,
      handicap: 7,
      accessibilite: 10,
      falc: 10,
      smart: 7,
      seuil: 1,
      exemple: 5,
      obligatoire: 6,
    })
    expect(Object.keys(cdcm.tags).sort()).toEqual(Object.keys(counts).sort())
  })

  it('keeps the doubts of the text where they arise', () => {
    const noted = [...criteria, ...indicators].filter(({ note }) => note !== undefined).map(({ id }) => id)
    expect(noted.sort()).toEqual(['C10.K1', 'C10.K2', 'C10.K2.I1', 'C2.K3', 'C2.K4.I2', 'C20.K1', 'C4.K3.I1'])
    const doubtful = [...criteria, ...indicators].filter(({ note }) => note?.includes('à confirmer')).map(({ id }) => id)
    expect(doubtful).toEqual(['C2.K4.I2', 'C10.K2.I1'])
    expect(cdcm.blocks.map(({ assessment }) => assessment.notes.filter((note) => note.includes('à confirmer')).length)).toEqual([1, 2, 2])
  })

  it('says how each block is assessed, and nothing the text does not say', () => {
    const assessments = cdcm.blocks.map(({ assessment }) => [
      assessment.oralMinutes,
      assessment.maxPages,
      assessment.annexesExcluded,
      assessment.submissionWeeksBefore,
    ])
    expect(assessments).toEqual([
      [30, 30, true, 3],
      [30, 30, true, null],
      [30, 30, true, null],
    ])
    for (const { assessment } of cdcm.blocks) expect(assessment.deliverables).not.toEqual([])
  })

  it('holds the 7 items of the oral delivery, each tied to the indicator of C4 it comes from', () => {
    expect(cdcm.delivery.items.map(({ title, indicatorId }) => [title, indicatorId])).toEqual([
      ['Attitude générale', 'C4.K3.I1'],
      ['Temps de parole', 'C4.K3.I2'],
      ['Élocution, articulation, aisance', 'C4.K3.I3'],
      ['Style et vocabulaire', 'C4.K3.I4'],
      ['Distance aux notes', 'C4.K3.I5'],
      ["Prise en compte de l'auditoire", 'C4.K3.I6'],
      ['Réponses aux questions', 'C4.K3.I7'],
    ])
    expect(cdcm.delivery.items.filter(({ timed }) => timed).map(({ title }) => title)).toEqual(['Temps de parole'])
    for (const item of cdcm.delivery.items) {
      expect(indicators.find(({ id }) => id === item.indicatorId)?.tags).toContain(item.tag)
      expect(item.observables).not.toEqual([])
    }
    expect(cdcm.delivery.alsoObservableIn).toEqual(['C12.K2.I3', 'C12.K2.I4', 'C12.K2.I5', 'C12.K2.I6'])
  })

  it('requires a final interview that covers every activity and whose length it leaves open', () => {
    expect(cdcm.finalInterview).toMatchObject({ required: true, minutes: null })
    expect(cdcm.finalInterview?.activities).toEqual(activities.map(({ id }) => id))
  })

  it('lists the 9 points the text leaves open and the 24 slips of its scan', () => {
    expect(cdcm.openPoints).toHaveLength(9)
    expect(cdcm.openPoints).toContain('échelle de notation')
    expect(cdcm.openPoints).toContain("durée de l'entretien final")
    expect(cdcm.corrections).toHaveLength(24)
    expect(cdcm.corrections[0]).toEqual({ place: 'C18', read: 'Ingérer', kept: 'Intégrer', nature: 'coquille OCR' })
  })
})
