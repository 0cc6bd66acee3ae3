import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FrameworkImportPage } from '#app/desk/grids/framework-import-page.tsx'
import { makeFrameworkWorkbook } from '#app/desk/grids/workbook/make-workbook.ts'
import { readFrameworkWorkbook } from '#app/desk/grids/workbook/read-workbook.ts'
import { type Framework, frameworkSchema } from '#domain/framework.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aSecondFramework } from '../../../builders/a-framework.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

// jsdom's blobs cannot be read whole, which every browser can.
beforeEach(() => {
  Blob.prototype.arrayBuffer = function (this: Blob) {
    return new Promise((resolve) => {
      const reader = new FileReader()
      reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer).slice().buffer)
      reader.readAsArrayBuffer(this)
    })
  }
})
afterEach(() => vi.unstubAllGlobals())

const HASH = 'C'.repeat(43)

async function choose(bytes: Uint8Array<ArrayBuffer>, name = 'reliure.xlsx') {
  renderDesk(<FrameworkImportPage />)
  await userEvent.upload(screen.getByLabelText('Fichier XLSX ou JSON du référentiel'), new File([bytes], name))
}

describe('a framework’s workbook', () => {
  it.each([
    ['the bundled one', cdcm],
    ['a second one', aSecondFramework()],
  ])('holds all of it: %s', async (_name, framework: Framework) => {
    const read = await readFrameworkWorkbook('referentiel.xlsx', await makeFrameworkWorkbook(framework))
    expect(read?.ok && frameworkSchema.parse(read.json)).toEqual(framework)
  })

  it('is published once the server has checked it', async () => {
    const asked = answering({ '/api/v1/frameworks': () => json({ hash: HASH }) })
    await choose(await makeFrameworkWorkbook(aSecondFramework()))
    await screen.findByText('Le classeur a été lu. Voici ce qui sera vérifié, en JSON.')
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier et publier' }))
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    expect(frameworkSchema.parse(JSON.parse(String(asked[0]?.init.body)))).toEqual(aSecondFramework())
  })

  it('has what the server finds wrong told at its sheet, line and cell', async () => {
    const issues = [
      { path: 'blocks[1].assessment.oralMinutes', line: 90, column: 4, message: 'Écrivez un nombre plus grand.' },
      { path: 'title', line: 3, column: 4, message: 'Ce texte est vide.' },
    ]
    const problem = { type: '/problemes/import-invalid', code: 'import-invalid', title: 'Fichier à corriger', status: 422, detail: 'Non.' }
    answering({ '/api/v1/frameworks': () => json({ ...problem, issues }, 422) })
    await choose(await makeFrameworkWorkbook(aSecondFramework()))
    await screen.findByText('Le classeur a été lu. Voici ce qui sera vérifié, en JSON.')
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier et publier' }))
    const rows = (await screen.findAllByRole('row')).slice(1).map((row) => row.textContent)
    expect(rows).toEqual([
      'Feuille Blocs, ligne 3, Minutes de l’oralÉcrivez un nombre plus grand.',
      'Feuille Référentiel, ligne 4, IntituléCe texte est vide.',
    ])
  })

  it('that is only the template lacks no sheet, and a file that is none says so', async () => {
    const read = await readFrameworkWorkbook('modele.xlsx', await makeFrameworkWorkbook(null))
    expect(read?.ok).toBe(true)
    await choose(new TextEncoder().encode('PK no workbook') as Uint8Array<ArrayBuffer>)
    expect(await screen.findByText(/n’est pas un classeur lisible/)).toBeInTheDocument()
  })

  it('without a sheet is told before anything is sent', async () => {
    const asked = answering({})
    const { aWorkbook } = await import('../../../builders/a-table-file.ts')
    await choose((await aWorkbook({ Blocs: [['Bloc', 'Intitulé']] })).bytes as Uint8Array<ArrayBuffer>)
    expect(await screen.findByText('La feuille « Activités » manque.')).toBeInTheDocument()
    expect(screen.getByText('La colonne « Contexte » manque.')).toBeInTheDocument()
    expect(asked).toEqual([])
  })
})
