import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { DeliberationTable } from '#app/desk/minutes/deliberation-list.tsx'
import { DeliberationView } from '#app/desk/minutes/deliberation-page.tsx'
import { MinutesView } from '#app/desk/minutes/minutes-page.tsx'
import type { DeliberatedOral, Deliberation, MinutesSummary, StoredMinutes } from '#contract/minutes.ts'
import { routePath } from '#contract/routes.ts'
import { aBoard, aHash, aReceivedSheet } from '#test/builders/a-board.ts'
import { aMinutes } from '#test/builders/a-minutes.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

const DAY = '2026-11-24'
const PLACE = { sessionId: 'session-1', panelId: 'P1', day: DAY }

/** O1: the jurors differ on S2 and on the part; O2: they agree. */
function aDividedBoard() {
  return aBoard({
    sheets: [
      aReceivedSheet('O2', 'J1'),
      aReceivedSheet('O2', 'J2'),
      aReceivedSheet('O1', 'J1'),
      aReceivedSheet('O1', 'J2', {
        partVerdict: 'notValidated',
        sections: [
          { id: 'S1', proposal: 'acquired', verdict: 'acquired' },
          { id: 'S2', proposal: 'acquired', verdict: 'notAcquired' },
        ],
      }),
    ],
  })
}

function aDeliberatedOral(oralId: string, candidateId: string, changes: Partial<DeliberatedOral> = {}): DeliberatedOral {
  return {
    oralId,
    candidateId,
    part: 'B1',
    grid: { id: 'G1', version: '1', hash: aHash('grid') },
    sections: [
      { id: 'S1', title: 'Première', proposal: 'acquired' },
      { id: 'S2', title: 'Seconde', proposal: null },
    ],
    proposal: null,
    sheets: [],
    missingJurors: [],
    decision: null,
    evidence: null,
    outdated: false,
    ...changes,
  }
}

const aDeliberation = (changes: Partial<Deliberation> = {}): Deliberation => ({
  orals: [aDeliberatedOral('O2', 'C2', { proposal: 'validated' }), aDeliberatedOral('O1', 'C1')],
  minutes: [],
  appeal: null,
  recusals: [],
  ...changes,
})

function aSummary(changes: Partial<MinutesSummary> = {}): MinutesSummary {
  return {
    hash: aHash('minutes'),
    panelId: 'P1',
    day: DAY,
    receivedAt: '2026-11-24T17:00:00Z',
    origin: 'desk',
    amends: null,
    amendedBy: null,
    signed: ['j1'],
    missing: ['j2'],
    absent: ['j3'],
    ...changes,
  }
}

function renderDeliberation(deliberation = aDeliberation(), onSaved = () => undefined) {
  renderDesk(
    <DeliberationView board={aDividedBoard()} deliberation={deliberation} panelId="P1" day={DAY} corrected={null} onSaved={onSaved} />,
  )
}

const headings = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)

describe('a deliberation at the desk', () => {
  it('puts the oral on which the jurors differ first, and says what the rule proposes', () => {
    renderDeliberation()
    expect(headings()[0]).toMatch(/Camille Nom-C1/)
    const divided = screen.getByRole('region', { name: /Nom-C1/ })
    expect(within(divided).getByText('2 divergences entre juré·es')).toBeInTheDocument()
    expect(within(divided).getByText('La règle ne propose rien : les fiches manquent ou se partagent.')).toBeInTheDocument()
    expect(within(screen.getByRole('region', { name: /Nom-C2/ })).getByText('Proposition de la règle : Validé.')).toBeInTheDocument()
  })

  it('leaves open what the jurors differ on, and sends what the panel decides with its reasons and vote', async () => {
    const user = userEvent.setup()
    const onSaved = vi.fn()
    const path = routePath('recordDecision', PLACE)
    const asked = answering({ [path]: () => json({ decision: aMinutes().decisions[0] }) })
    renderDeliberation(aDeliberation(), onSaved)
    const card = screen.getByRole('region', { name: /Nom-C1/ })
    await user.click(within(card).getByRole('button', { name: 'Décider' }))
    const form = within(card).getByRole('form')
    expect(within(form).getByLabelText('S1 Première')).toHaveValue('acquired')
    expect(within(form).getByLabelText('S2 Seconde')).toHaveValue('')
    await user.selectOptions(within(form).getByLabelText('S2 Seconde'), 'Non acquise')
    await user.type(within(form).getByLabelText('Motif (obligatoire si elle n’est pas acquise)'), 'Hors sujet')
    await user.click(within(form).getByRole('button', { name: 'Enregistrer la décision' }))
    expect(within(form).getByRole('alert')).toHaveTextContent('Choisissez la décision.')
    expect(asked).toEqual([])
    await user.click(within(form).getByRole('radio', { name: 'Non validé' }))
    await user.type(within(form).getByLabelText(/^Motif de la décision/), 'Une compétence manque')
    await user.click(within(form).getByRole('checkbox', { name: 'S2 Seconde' }))
    await user.click(within(form).getByRole('checkbox', { name: 'Le jury a voté' }))
    await user.selectOptions(within(form).getByLabelText('Vote de Dominique Nom-J1'), 'Contre')
    await user.selectOptions(within(form).getByLabelText('Vote de Dominique Nom-J2'), 'Pour valider')
    await user.click(within(form).getByRole('checkbox', { name: 'La présidence départage (voix prépondérante)' }))
    await user.click(within(form).getByRole('button', { name: 'Enregistrer la décision' }))
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual({
      oralId: 'O1',
      presence: 'present',
      sections: [
        { id: 'S1', verdict: 'acquired', reason: '' },
        { id: 'S2', verdict: 'notAcquired', reason: 'Hors sujet' },
      ],
      verdict: 'notValidated',
      reason: 'Une compétence manque',
      retake: ['S2'],
      vote: { inFavour: ['J2'], against: ['J1'], abstained: [], castingVote: true },
    })
  })

  it('asks no verdict on the sections of a candidate who did not come', async () => {
    const user = userEvent.setup()
    renderDeliberation()
    const card = screen.getByRole('region', { name: /Nom-C1/ })
    await user.click(within(card).getByRole('button', { name: 'Décider' }))
    await user.selectOptions(within(card).getByLabelText('Présence'), 'Absent·e')
    expect(within(card).queryByLabelText('S1 Première')).not.toBeInTheDocument()
  })

  it('shows each point the server refused', async () => {
    const user = userEvent.setup()
    const problem = {
      type: '/problemes/decision-incomplete',
      code: 'decision-incomplete',
      title: 'Décision incomplète',
      status: 422,
      detail: 'Il manque quelque chose.',
      issues: [{ path: 'S2', message: 'S2 : choisissez un verdict.' }],
    }
    answering({ [routePath('recordDecision', PLACE)]: () => json(problem, 422) })
    renderDeliberation()
    const card = screen.getByRole('region', { name: /Nom-C1/ })
    await user.click(within(card).getByRole('button', { name: 'Décider' }))
    await user.click(within(card).getByRole('radio', { name: 'Validé' }))
    await user.click(within(card).getByRole('button', { name: 'Enregistrer la décision' }))
    expect(await within(card).findByText('S2 : choisissez un verdict.')).toBeInTheDocument()
  })

  it('says that a sheet came after the decision', () => {
    const decision = aMinutes().decisions[0] ?? null
    renderDeliberation(aDeliberation({ orals: [aDeliberatedOral('O1', 'C1', { decision, outdated: true })] }))
    expect(screen.getByText('Une fiche est arrivée ou a été corrigée après la décision : relisez-la.')).toBeInTheDocument()
    expect(screen.getByText('Décidé : Validé')).toBeInTheDocument()
    expect(screen.getByText('1 décision enregistrée sur 1')).toBeInTheDocument()
  })

  it('freezes nothing before the minutes were read again, nor while something is missing', async () => {
    const user = userEvent.setup()
    const minutes = aMinutes()
    const issues = [{ code: 'oralUndecided', subjectId: 'O2' }]
    const draft = routePath('composeMinutes', PLACE)
    const asked = answering({ [draft]: () => json({ minutes, issues }) })
    renderDeliberation()
    await user.click(screen.getByRole('button', { name: 'Relire le procès-verbal' }))
    expect(screen.getByText('Écrivez une date et une heure.')).toBeInTheDocument()
    expect(asked).toEqual([])
    const set = async (label: RegExp, value: string) => {
      const field = screen.getByLabelText(label)
      await user.clear(field)
      await user.type(field, value)
    }
    await set(/^Début de la séance/, '2026-11-24T17:00')
    await set(/^Fin de la séance/, '2026-11-24T18:00')
    await user.click(screen.getByRole('button', { name: 'Relire le procès-verbal' }))
    expect(await screen.findByText('Pas encore de décision : Camille Nom-C2, Bloc 1.')).toBeInTheDocument()
    expect(JSON.parse(String(asked[0]?.init.body))).toMatchObject({ startedAt: '2026-11-24T17:00:00+01:00', amends: null })
    expect(screen.queryByRole('button', { name: 'Figer le procès-verbal' })).not.toBeInTheDocument()
  })

  it('has reasons, marks that differ, notes and time at hand, those of a divergence open', () => {
    const evidence = {
      sections: [
        { id: 'S1', title: 'Première', jurors: [{ jurorId: 'J1', points: 12.5, reason: '' }], contested: [], notes: [] },
        {
          id: 'S2',
          title: 'Seconde',
          jurors: [{ jurorId: 'J2', points: null, reason: 'Rien sur le budget.' }],
          contested: [
            {
              label: 'Budget chiffré',
              marks: [
                { jurorId: 'J1', value: 'observed' as const },
                { jurorId: 'J2', value: 'notObserved' as const },
              ],
            },
          ],
          notes: [{ id: 'n1', jurorId: 'J2', text: '' }],
        },
      ],
      timings: [{ jurorId: 'J1', allottedMs: 1_800_000, elapsedMs: 1_860_000, overtimeMs: 60_000, pausedMs: 0 }],
      delivery: [{ title: 'Regarde le jury', isContested: false, marks: [{ jurorId: 'J1', value: null }] }],
      opinions: [{ jurorId: 'J1', reason: '', appreciation: 'Oral vivant.' }],
    }
    const sheets = [{ jurorId: 'J1', hash: aHash('sheet') }]
    renderDeliberation(aDeliberation({ orals: [aDeliberatedOral('O1', 'C1', { evidence, sheets })] }))
    const card = within(screen.getByRole('region', { name: /Nom-C1/ }))
    expect(card.getByText(/Dominique Nom-J2 : Rien sur le budget\./)).toBeVisible()
    expect(card.getByText('Budget chiffré : Dominique Nom-J1 : observé ; Dominique Nom-J2 : non observé')).toBeVisible()
    expect(card.getByText('Note de Dominique Nom-J2 : manuscrite, à lire dans sa fiche')).toBeVisible()
    expect(card.getByText('Dominique Nom-J1 : 12,5 points')).not.toBeVisible()
    expect(card.getByText(/31 min sur 30 min, dépassement : 1 min/)).toBeInTheDocument()
    expect(card.getByText('Dominique Nom-J1 : Oral vivant.')).toBeInTheDocument()
  })

  it('leaves out of the vote who stood aside for the candidate', async () => {
    const user = userEvent.setup()
    renderDeliberation(aDeliberation({ recusals: [{ jurorId: 'J2', candidateId: 'C1', reason: 'Voisine' }] }))
    const card = screen.getByRole('region', { name: /Nom-C1/ })
    await user.click(within(card).getByRole('button', { name: 'Décider' }))
    await user.click(within(card).getByRole('checkbox', { name: 'Le jury a voté' }))
    expect(within(card).getByLabelText('Vote de Dominique Nom-J1')).toBeInTheDocument()
    expect(within(card).queryByLabelText('Vote de Dominique Nom-J2')).not.toBeInTheDocument()
  })

  it('closes once minutes are frozen, and leads to them', () => {
    renderDeliberation(aDeliberation({ minutes: [aSummary()] }))
    expect(screen.getByRole('link', { name: 'Ouvrir le procès-verbal' })).toHaveAttribute(
      'href',
      `/coordination/proces-verbaux/${aHash('minutes')}`,
    )
    expect(screen.queryByRole('button', { name: 'Décider' })).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Relire le procès-verbal' })).not.toBeInTheDocument()
  })
})

describe('a session’s deliberations', () => {
  it('are one a panel and day, with the signatures still awaited', () => {
    renderDesk(<DeliberationTable board={aBoard()} minutes={[aSummary()]} />)
    const row = screen.getByRole('row', { name: /Jury A/ })
    expect(within(row).getByText('1 signature attendue')).toBeInTheDocument()
    expect(within(row).getByRole('link', { name: /^Délibération de Jury A/ })).toHaveAttribute(
      'href',
      '/coordination/sessions/session-1/jurys/P1/2026-11-24',
    )
  })

  it('say when several minutes hold at once', () => {
    renderDesk(<DeliberationTable board={aBoard()} minutes={[aSummary(), aSummary({ hash: aHash('autre'), origin: 'device' })]} />)
    expect(screen.getByText(/^Plusieurs procès-verbaux valent à la fois/)).toBeInTheDocument()
    expect(screen.getAllByRole('link', { name: /^Procès-verbal de Jury A/ })).toHaveLength(2)
  })
})

describe('the page of minutes', () => {
  const stored = (changes: Partial<StoredMinutes> = {}): StoredMinutes => ({
    summary: aSummary(),
    text: '',
    minutes: aMinutes({
      members: aMinutes().members.map((member) =>
        member.jurorId === 'j3' ? { ...member, present: false, absenceReason: 'Souffrante' } : member,
      ),
    }),
    signatures: [
      {
        signer: {
          jurorId: 'j1',
          minutesHash: aHash('minutes'),
          signature: { kind: 'typed', name: 'Juré j1' },
          signedAt: '2026-11-24T18:05:00+01:00',
        },
        deviceId: aHash('device'),
        receivedAt: '2026-11-24T17:06:00Z',
        isValid: true,
        detached: 'header..signature',
      },
    ],
    journalIndex: 12,
    serverKeyId: aHash('server'),
    ...changes,
  })

  it('says who signed, who is awaited, who was absent, and never more of the signature than it is', async () => {
    renderDesk(<MinutesView stored={stored()} />)
    expect(within(screen.getByRole('row', { name: /Juré j1/ })).getByText('Signé')).toBeInTheDocument()
    expect(within(screen.getByRole('row', { name: /Juré j2/ })).getByText('Attendue')).toBeInTheDocument()
    expect(within(screen.getByRole('row', { name: /Juré j3/ })).getByText('Absent·e : non attendue')).toBeInTheDocument()
    expect(screen.getByText(/signature électronique simple renforcée/)).toBeInTheDocument()
    // The page is what a screen reader is sent to instead of the PDF: the same facts, figures, rules and hashes.
    expect(screen.getByText('Présents : 2 sur 3. Externes parmi les présents : 2.')).toBeInTheDocument()
    expect(screen.getByText('Convoqué·es : 1. Présent·es : 1. Absent·es : 0.')).toBeInTheDocument()
    expect(screen.getByText('Bloc 1 (cdcm-b1, version 1.0.0)')).toBeInTheDocument()
    expect(screen.getAllByText(`Empreinte : ${'E'.repeat(43)}`)).toHaveLength(2)
    await userEvent.click(screen.getByText('Annexe : empreintes des fiches'))
    expect(screen.getByText('E'.repeat(43))).toBeVisible()
    expect(screen.getByRole('link', { name: 'Télécharger le PDF' })).toHaveAttribute(
      'href',
      routePath('minutesPdf', { hash: aHash('minutes') }),
    )
    expect(screen.getByRole('link', { name: 'Préparer un rectificatif' })).toHaveAttribute(
      'href',
      `/coordination/sessions/s1/jurys/p1/2026-11-24?corrige=${aHash('minutes')}`,
    )
  })

  it('tells a false signature and a correction', () => {
    const [signature] = stored().signatures
    if (!signature) throw new Error('no signature')
    renderDesk(
      <MinutesView
        stored={stored({ signatures: [{ ...signature, isValid: false }], summary: aSummary({ amendedBy: aHash('rectificatif') }) })}
      />,
    )
    expect(screen.getByText('Signature fausse')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Ouvrir le rectificatif' })).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Préparer un rectificatif' })).not.toBeInTheDocument()
  })
})
