import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { CertifierSection } from '#app/desk/results/certifier-section.tsx'
import { DocumentsSection } from '#app/desk/results/documents-section.tsx'
import { aCertifier } from '#test/builders/a-certifier.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

const CANDIDATES = [
  { candidateId: 'c1', number: '0001', name: 'Inès Bazin', documents: ['lettre', 'attestation-B1'] },
  { candidateId: 'c2', number: '0002', name: 'Yann Cormier', documents: [] },
]
const pathOf = (documentId: string) => `/api/v1/sessions/s1/candidates/c1/result-documents/${documentId}`

function show(changes: { isCertifierKnown?: boolean; commentsReleased?: boolean; onChanged?: () => void } = {}) {
  const { isCertifierKnown = true, commentsReleased = false, onChanged = () => undefined } = changes
  renderDesk(
    <DocumentsSection
      sessionId="s1"
      documents={{ commentsReleased, candidates: CANDIDATES }}
      isCertifierKnown={isCertifierKnown}
      onChanged={onChanged}
    />,
  )
}

describe('the documents of a session', () => {
  it('lists those who have some, each by its name', () => {
    show()
    const row = screen.getByRole('row', { name: /Inès Bazin/ })
    expect(within(row).getByRole('link', { name: 'Attestation du bloc B1' })).toHaveAttribute('href', pathOf('attestation-B1'))
    expect(screen.queryByText(/Yann Cormier/)).toBeNull()
  })

  it('makes one ZIP of them all, a folder a candidate', async () => {
    answering({ [pathOf('lettre')]: () => new Response('A'), [pathOf('attestation-B1')]: () => new Response('B') })
    const saved: Blob[] = []
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`, revokeObjectURL: () => undefined }),
    )
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    show()
    await userEvent.click(screen.getByRole('button', { name: 'Tout en un ZIP (2 documents)' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    const bytes = await new Promise<ArrayBuffer>((resolve) => {
      const reader = new FileReader()
      reader.onload = () => resolve(reader.result as ArrayBuffer)
      reader.readAsArrayBuffer(saved[0] as Blob)
    })
    expect(Object.keys(unzipSync(new Uint8Array(bytes)))).toEqual(['0001-Ines-Bazin/lettre.pdf', '0001-Ines-Bazin/attestation-B1.pdf'])
  })

  it('says why the ZIP could not be made, and saves nothing', async () => {
    answering({})
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click')
    show()
    await userEvent.click(screen.getByRole('button', { name: /Tout en un ZIP/ }))
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    expect(click).not.toHaveBeenCalled()
  })

  it('waits for the certifier’s name', () => {
    show({ isCertifierKnown: false })
    expect(screen.getByText('Remplissez d’abord le certificateur')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /ZIP/ })).toBeNull()
  })

  it('releases comments only when somebody asks for it', async () => {
    const asked = answering({ '/api/v1/sessions/s1/comment-release': () => json({ released: true }) })
    const onChanged = vi.fn()
    show({ onChanged })
    const choice = screen.getByRole('switch', { name: /commentaires/ })
    expect(choice).not.toBeChecked()
    await userEvent.click(choice)
    await waitFor(() => expect(onChanged).toHaveBeenCalled())
    expect(asked[0]?.init.body).toBe('{"released":true}')
  })
})

describe('the certifier’s form', () => {
  it('names each wrong field and sends nothing, then sends what is right', async () => {
    const known = { framework: { id: 'cdcm', title: 'CDCM' }, certifier: aCertifier({ rncpCode: null, registeredOn: null }) }
    const asked = answering({ '/api/v1/certifications/cdcm/certifier': () => json(known) })
    const onSaved = vi.fn()
    renderDesk(<CertifierSection frameworkId="cdcm" certifier={known.certifier} onSaved={onSaved} />)
    const code = screen.getByRole('textbox', { name: /Code RNCP/ })
    await userEvent.type(code, '12')
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(screen.getByText('Écrivez RNCP puis le numéro, comme RNCP12345.')).toBeInTheDocument()
    expect(asked).toEqual([])
    await userEvent.clear(code)
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(onSaved).toHaveBeenCalled())
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual(known.certifier)
  })
})
