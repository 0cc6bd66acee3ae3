import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { quoteLine } from '#app/desk/file-lines.ts'
import { ImportPage } from '#app/desk/import-page.tsx'
import type { Problem } from '#contract/problems.ts'
import { answering, json } from './answering.ts'
import { renderDesk } from './render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const FILE = '{\n  "format": "carnet-de-jury/import",\n  "orals": [{ "candidateId": "c9" }]\n}'

/** A chosen file; jsdom's own File cannot be read. */
function aFile(name: string, text: string): File {
  return Object.assign(new File([text], name, { type: 'application/json' }), { text: async () => text })
}

const PROBLEM: Problem = {
  type: '/problemes/import-invalid',
  code: 'import-invalid',
  title: 'Fichier à corriger',
  status: 422,
  detail: 'Le fichier contient des erreurs.',
  issues: [
    { path: 'orals[0].candidateId', line: 3, column: 30, message: 'Aucune personne ne porte « c9 ».' },
    { path: '', message: 'Le champ « jurors » manque.' },
  ],
}

describe('the import page', () => {
  it('shows every complaint at once with the file’s own line, and says that nothing was imported', async () => {
    const asked = answering({ '/api/v1/sessions': () => json(PROBLEM, 422) })
    renderDesk(<ImportPage />)
    await userEvent.upload(screen.getByLabelText('Fichier JSON', { selector: 'input' }), aFile('session.json', FILE))
    expect(await screen.findByText('Fichier choisi : session.json')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier et importer' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Rien n’a été importé')
    const rows = within(screen.getByRole('table', { name: '2 points à corriger' }))
      .getAllByRole('row')
      .slice(1)
    const cells = (row: HTMLElement | undefined) =>
      within(row as HTMLElement)
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
    expect(cells(rows[0])).toEqual([
      '3',
      '30',
      'orals[0].candidateId',
      'Aucune personne ne porte « c9 ».' + '"orals": [{ "candidateId": "c9" }]',
    ])
    expect(cells(rows[1])).toEqual(['–', '–', 'Tout le fichier', 'Le champ « jurors » manque.'])
    expect(asked[0]?.init.body).toBe(FILE)
  })

  it('keeps quoting the text that was sent while it is being corrected', async () => {
    answering({ '/api/v1/sessions': () => json(PROBLEM, 422) })
    renderDesk(<ImportPage />)
    const field = screen.getByLabelText('Ou collez le contenu du fichier')
    await userEvent.click(field)
    await userEvent.paste(FILE)
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier et importer' }))
    await screen.findByRole('alert')
    await userEvent.clear(field)
    expect(screen.getByText('"orals": [{ "candidateId": "c9" }]')).toBeInTheDocument()
  })

  it('tells a server that does not answer from a file that is wrong', async () => {
    answering({})
    renderDesk(<ImportPage />)
    await userEvent.click(screen.getByLabelText('Ou collez le contenu du fichier'))
    await userEvent.paste(FILE)
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier et importer' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Le serveur ne répond pas')
  })

  it('asks for a file before sending nothing', async () => {
    const asked = answering({})
    renderDesk(<ImportPage />)
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier et importer' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Choisissez un fichier ou collez son contenu.')
    expect(asked).toEqual([])
  })
})

describe('quoteLine', () => {
  it('finds a line whatever ends it, and shortens a long one around the column', () => {
    expect(quoteLine('a\r\nb\nc', 2)).toBe('b')
    expect(quoteLine('a', 4)).toBeNull()
    const long = `${'x'.repeat(200)}ICI${'y'.repeat(200)}`
    expect(quoteLine(long, 1, 201, 30)).toMatch(/^…x+ICIy+…$/)
  })
})
