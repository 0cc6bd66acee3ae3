import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { VerifyPage } from '#app/verify/verify-page.tsx'
import { routePath } from '#contract/routes.ts'
import type { ProofBundle } from '#seal/proof-bundle.ts'
import { aProof } from '#test/builders/a-proof.ts'
import { answering, json } from '../desk/answering.ts'
import { renderDesk } from '../desk/render-desk.tsx'
import { installRealBytes } from './real-bytes.ts'

installRealBytes()

const fileOf = (content: unknown, name = 'preuve.json') =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name, { type: 'application/json' })

/** Opens the page where this server's key is asked, and gives it a file. */
async function verify(file: File, serverKey: ProofBundle['serverKey'] | null) {
  answering(serverKey ? { [routePath('serverKeys')]: () => json({ signing: serverKey, sealing: serverKey }) } : {})
  renderDesk(<VerifyPage />, '/verifier')
  await userEvent.upload(screen.getByLabelText('Fichier à vérifier', { selector: 'input' }), file)
}

const group = (name: string) => screen.findByRole('region', { name })

describe('the verification page', () => {
  it('says in plain French what is proven, and what no signature proves', async () => {
    const { bundle } = await aProof()
    await verify(fileOf(bundle), bundle.serverKey)
    expect(await screen.findByText('Tout ce qui est vérifiable ici est juste')).toBeInTheDocument()
    const proven = await group('Ce qui est prouvé')
    expect(within(proven).getByText(/^Juré j1 a signé ce texte, mot pour mot/)).toBeInTheDocument()
    expect(
      within(proven).getByText('Le journal du serveur est entier de la ligne 4 à la ligne 11 : rien n’a été changé ni retiré.'),
    ).toBeInTheDocument()
    const limits = await group('Ce qui n’est pas prouvé, ou qu’il faut savoir')
    expect(within(limits).getByText(/signatures électroniques simples renforcées/)).toBeInTheDocument()
    expect(within(limits).getByText(/déclarées, pas prouvées/)).toBeInTheDocument()
    expect(within(await group('Le procès-verbal')).getAllByText('Inès Aubrac')).not.toEqual([])
  })

  it('works without a network, and then says that the server’s key was not compared', async () => {
    const { bundle } = await aProof()
    await verify(fileOf(bundle), null)
    expect(within(await group('Ce qui manque')).getByText(/^La clé du serveur n’a pas été comparée/)).toBeInTheDocument()
    expect(within(await group('Ce qui est prouvé')).getByText(/^Juré j2 a signé ce texte/)).toBeInTheDocument()
  })

  it('names what was changed, and does not call the text the one recorded', async () => {
    const { bundle } = await aProof()
    const text = bundle.minutes.text.replace('Nantes', 'Rennes')
    await verify(fileOf({ ...bundle, minutes: { ...bundle.minutes, text } }), bundle.serverKey)
    const wrong = await group('Ce qui ne correspond pas')
    expect(within(wrong).getByText(/^Juré j1 : sa signature ne correspond pas à ce texte/)).toBeInTheDocument()
    expect(within(wrong).getByText(/^Juré j2 : sa signature ne correspond pas à ce texte/)).toBeInTheDocument()
    expect(screen.queryByText(/^Le texte du procès-verbal est celui que le serveur a enregistré/)).not.toBeInTheDocument()
  })

  it('asks for the whole proof when it has signed minutes alone', async () => {
    const { bundle } = await aProof()
    await verify(fileOf({ format: 'carnet-de-jury/signed-minutes', formatVersion: 1, ...bundle.minutes }), bundle.serverKey)
    expect(within(await group('Ce qui manque')).getByText(/^Ce fichier ne contient aucune clé/)).toBeInTheDocument()
  })

  it.each([
    [
      'photo.json',
      'pas du JSON',
      'Ce fichier n’est ni une preuve, ni un procès-verbal signé de Carnet de jury, ou bien il est coupé ou abîmé.',
    ],
    ['plus-tard.json', '{"format":"carnet-de-jury/proof","formatVersion":2}', 'Ce fichier a été fait par une version plus récente.'],
  ])('refuses %s with a reason', async (name, content, sentence) => {
    await verify(fileOf(content, name), null)
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
  })
})
