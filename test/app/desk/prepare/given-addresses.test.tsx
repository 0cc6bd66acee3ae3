import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { GivenFile } from '#app/desk/prepare/import/read-table-files.ts'
import { FailureWithPoints } from '#app/desk/prepare/issue-list.tsx'
import { NewSessionPage } from '#app/desk/prepare/new-session-page.tsx'
import { PasteDialog } from '#app/desk/prepare/tables/paste-dialog.tsx'
import { PreparedSessionProvider, useSessionChanges } from '#app/desk/prepare/use-prepared-session.ts'
import type { PublishedList } from '#contract/grids.ts'
import { type NewPreparation, newPreparationSchema, type OpenPreparation } from '#contract/prepare.ts'
import { routePath, routes } from '#contract/routes.ts'
import type { GivenAddress } from '#domain/juror-address.ts'
import { aPreparation } from '../../../builders/a-preparation.ts'
import { aCsv, aWorkbook, GRIDS } from '../../../builders/a-table-file.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const HASH = 'a'.repeat(43)
const framework = { id: 'cdcm', version: '1', hash: HASH }
const published: PublishedList = {
  frameworks: [{ ...framework, title: 'Certification', publishedAt: '2026-09-01T08:00:00Z' }],
  grids: GRIDS.map(({ id, title, durationMinutes, blockId }) => ({
    id,
    title,
    durationMinutes,
    version: '1',
    hash: HASH,
    publishedAt: '2026-09-01T08:00:00Z',
    framework,
    part: blockId === null ? { kind: 'finalInterview' as const } : { kind: 'block' as const, blockId },
  })),
}
const CANDIDATES = [
  ['Numéro', 'Nom', 'Prénom'],
  ['1', 'Bazin', 'Inès'],
]
const noNetwork = (): Response => {
  throw new TypeError('no network')
}
// jsdom's files cannot be read whole, which every browser can.
const asFile = ({ bytes, name }: GivenFile) => Object.assign(new File([bytes], name), { arrayBuffer: async () => bytes.slice().buffer })
const bodyOf = (init: RequestInit | undefined): unknown => JSON.parse(String(init?.body))

describe('a new session from tables with addresses', () => {
  /** The page, with its facts written and a workbook chosen. */
  async function aChosenTable(jurors: string[][]) {
    const path = routePath('createPreparation')
    const state = { answers: [() => json({ sessionId: 's1' })] }
    const asked = answering({
      [routePath('published')]: () => json(published),
      [path]: () => state.answers.shift()?.() ?? json({ sessionId: 's1' }),
    })
    const created = (): NewPreparation[] =>
      asked.filter((one) => one.path === path).map(({ init }) => newPreparationSchema.parse(bodyOf(init)))
    const user = userEvent.setup()
    renderDesk(<NewSessionPage />)
    await user.type(await screen.findByLabelText('Titre de la session'), 'Session de novembre')
    await user.type(screen.getByLabelText('Centre d’examen'), 'Angers')
    await user.type(screen.getByLabelText('Premier jour'), '2026-11-23')
    await user.type(screen.getByLabelText('Dernier jour'), '2026-11-27')
    const workbook = await aWorkbook({ Candidats: CANDIDATES, Jurés: jurors })
    await user.upload(screen.getByLabelText('Fichiers XLSX ou CSV', { selector: 'input' }), asFile(workbook))
    return { user, created, state }
  }

  it('shows them first, says where they stay, and sends them beside the session', async () => {
    const { user, created } = await aChosenTable([
      ['Nom', 'Prénom', 'Jury', 'Adresse e-mail'],
      ['Dumas', 'Agnès', 'A', 'dumas@example.org'],
      ['Ferrand', 'Karim', 'A', ''],
      ['Guyot', 'Lise', 'A', 'guyot@example.org'],
    ])
    const preview = await screen.findByRole('table', { name: 'Premières lignes de « Jurés »' })
    expect(within(preview).getByRole('columnheader', { name: 'E-mail' })).toBeVisible()
    expect(within(preview).getByText('dumas@example.org')).toBeVisible()
    expect(screen.getByRole('status')).toHaveTextContent('2 adresses e-mail resteront à la coordination')
    await user.click(screen.getByRole('button', { name: 'Créer la session' }))
    const [body] = created()
    expect(body?.addresses).toEqual([
      { jurorId: 'j1', email: 'dumas@example.org' },
      { jurorId: 'j3', email: 'guyot@example.org' },
    ])
    expect(JSON.stringify(body?.preparation)).not.toContain('example.org')
  })

  it('names each wrong one at its cell, and sends nothing', async () => {
    const { created } = await aChosenTable([
      ['Nom', 'Prénom', 'E-mail'],
      ['Dumas', 'Agnès', 'dumas@example'],
      ['Ferrand', 'Karim', 'karim'],
    ])
    const table = await screen.findByRole('table', { name: '2 points à corriger' })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual([
      'Feuille Jurés, ligne 2, colonne E-mail',
      'Feuille Jurés, ligne 3, colonne E-mail',
    ])
    expect(rows[1]).toHaveTextContent('« karim » n’est pas une adresse e-mail.')
    expect(screen.getByRole('button', { name: 'Créer la session' })).toBeDisabled()
    expect(created()).toEqual([])
  })

  it('keeps tables and addresses chosen when the server does not answer: the same button tries again', async () => {
    const { user, created, state } = await aChosenTable([
      ['Nom', 'Prénom', 'Mél.'],
      ['Dumas', 'Agnès', 'dumas@example.org'],
    ])
    state.answers = [noNetwork, () => json({ sessionId: 's1' })]
    const act = await screen.findByRole('button', { name: 'Créer la session' })
    await screen.findByText('Tout est lisible')
    await user.click(act)
    expect(await screen.findByRole('alert')).toBeVisible()
    await user.click(act)
    expect(created().map(({ addresses }) => addresses)).toEqual([
      [{ jurorId: 'j1', email: 'dumas@example.org' }],
      [{ jurorId: 'j1', email: 'dumas@example.org' }],
    ])
  })

  it('reads them from a CSV of French spreadsheets alike', async () => {
    const { user, created } = await aChosenTable([['Nom', 'Prénom']])
    const files = [
      aCsv(
        'Candidats',
        CANDIDATES.map((row) => row.join(';')),
      ),
      aCsv('Jurés', ['Nom;Prénom;Mél', 'Lévêque;Zoé;zoe.leveque@example.org'], { encoding: 'latin1', end: '\r\n' }),
    ]
    const input = screen.getByLabelText('Fichiers XLSX ou CSV', { selector: 'input' })
    await user.upload(input, files.map(asFile))
    await screen.findByText('Tout est lisible')
    await user.click(screen.getByRole('button', { name: 'Créer la session' }))
    expect(created()[0]?.addresses).toEqual([{ jurorId: 'j1', email: 'zoe.leveque@example.org' }])
  })
})

const OPENED: OpenPreparation = { preparation: aPreparation(), revision: HASH, published: true, grids: [], heldOralIds: [] }
const SAVE = routePath('savePreparation', { sessionId: 's1' })

/** A session whose jurors' lines are pasted, with the acts around it. */
function Session() {
  const session = useSessionChanges('s1', OPENED)
  return (
    <PreparedSessionProvider value={session}>
      <PasteDialog kind="jurors" text="" onClose={() => undefined} />
      <button type="button" disabled={!session.isChanged} onClick={() => void session.save()}>
        Enregistrer
      </button>
      <button type="button" onClick={session.undo}>
        Défaire
      </button>
      <button type="button" onClick={() => session.change((before) => ({ ...before, jurors: before.jurors.slice(1) }))}>
        Retirer la première
      </button>
      {session.failure && <FailureWithPoints failure={session.failure} />}
    </PreparedSessionProvider>
  )
}

describe('pasted lines with addresses', () => {
  async function aPaste(text: string, ...answers: (() => Response)[]) {
    const asked = answering({ [SAVE]: () => answers.shift()?.() ?? json({ revision: HASH }) })
    const user = userEvent.setup()
    renderDesk(<Session />)
    await user.click(await screen.findByRole('textbox', { name: 'Lignes copiées' }))
    await user.paste(text)
    await user.click(screen.getByRole('button', { name: 'Mettre dans la session' }))
    const act = (name: string) => user.click(screen.getByRole('button', { name, hidden: true }))
    const sent = (): GivenAddress[][] =>
      asked.map(({ init }) => routes.savePreparation.body.parse(bodyOf(init))).map(({ addresses }) => addresses)
    return { act, sent, isChanged: () => !screen.getByRole('button', { name: 'Enregistrer', hidden: true }).hasAttribute('disabled') }
  }

  const LINES = 'Nom\tPrénom\tE-mail\nDumas\tAgnès\tdumas@example.org\nFerrand\tKarim\t\n'
  const GIVEN = [{ jurorId: 'j1', email: 'dumas@example.org' }]

  it('say how many, and that none goes to a notebook', async () => {
    await aPaste(LINES)
    expect(
      screen.getByText(/^Copiez vos lignes.* cette colonne est comprise aussi : E-mail\. Une cellule vide n’y change rien\.$/),
    ).toBeVisible()
    expect(screen.getByRole('status')).toHaveTextContent('À ajouter : 0. À mettre à jour : 2.')
    expect(screen.getByRole('status')).toHaveTextContent('1 adresse e-mail restera à la coordination : aucun carnet ne la reçoit.')
  })

  it('are saved with the session, once', async () => {
    const { act, sent, isChanged } = await aPaste(LINES)
    await act('Enregistrer')
    expect(isChanged()).toBe(false)
    expect(sent()).toEqual([GIVEN])
    await act('Retirer la première')
    await act('Enregistrer')
    await act('Défaire')
    expect(isChanged()).toBe(true)
    await act('Enregistrer')
    expect(sent()).toEqual([GIVEN, [], []])
  })

  it('stay to be saved when the server says no', async () => {
    const { act, sent, isChanged } = await aPaste(LINES, noNetwork)
    await act('Enregistrer')
    expect(await screen.findByRole('alert', { hidden: true })).toBeInTheDocument()
    expect(isChanged()).toBe(true)
    await act('Enregistrer')
    expect(sent()).toEqual([GIVEN, GIVEN])
  })

  it('are undone with them', async () => {
    const { act, sent, isChanged } = await aPaste(LINES)
    await act('Défaire')
    expect(isChanged()).toBe(false)
    await act('Retirer la première')
    await act('Enregistrer')
    expect(sent()).toEqual([[]])
  })

  it('wait for a juror removed meanwhile, whose removal may be undone', async () => {
    const { act, sent } = await aPaste(LINES)
    await act('Retirer la première')
    await act('Enregistrer')
    await act('Défaire')
    await act('Enregistrer')
    expect(sent()).toEqual([[], GIVEN])
  })
})
