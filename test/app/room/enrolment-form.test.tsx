import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { EnrolmentFailureNotice } from '#app/room/enrolment-failure.tsx'
import { EnrolmentForm } from '#app/room/enrolment-form.tsx'
import { problemCodeSchema } from '#contract/problems.ts'
import type { Notebook } from '#device/notebook.ts'
import type { EnrolmentFailure, EnrolOutcome } from '#device/notebooks.ts'
import { formatEnrolmentCode, newEnrolmentSecret } from '#seal/enrolment-code.ts'
import { anOpenNotebook } from '#test/builders/an-open-notebook.ts'
import { firstTexts } from '#texts/i18n.ts'
import { renderRoom } from './render-room.tsx'

const PASSPHRASE = 'cheval agrafe lampe'

async function aCode(): Promise<string> {
  return formatEnrolmentCode({ secret: newEnrolmentSecret(), serverKeyId: `${'k'.repeat(42)}A` })
}

/** Renders the form; records what it asks for, answers `outcome`. */
function theForm(linkCode: string, outcome: EnrolOutcome = { ok: true, notebook: anOpenNotebook() }) {
  const asked: { code: string; passphrase: string; label: string; deviceName: string }[] = []
  const opened: Notebook[] = []
  renderRoom(
    <EnrolmentForm
      linkCode={linkCode}
      deviceName="Tablette Android"
      onEnrol={async (code, options) => {
        asked.push({ code, ...options })
        return outcome
      }}
      onEnrolled={(notebook) => opened.push(notebook)}
    />,
  )
  return { asked, opened }
}

const fill = async (label: string, text: string) => {
  const field = screen.getByLabelText(label)
  await userEvent.clear(field)
  if (text !== '') await userEvent.type(field, text)
}
const fillPassphrases = async (first = PASSPHRASE, second = first) => {
  await fill('Phrase secrète', first)
  await fill('La même phrase secrète, une seconde fois', second)
}
/** Checking a code hashes it: the answer comes a little after the click. */
const seen = (assertion: () => void) => waitFor(assertion)
const submit = () => userEvent.click(screen.getByRole('button', { name: 'Ouvrir le carnet' }))

describe('the enrolment form', () => {
  it('opens the notebook from the link’s own code, with the names proposed', async () => {
    const code = await aCode()
    const { asked, opened } = theForm(code)
    expect(screen.queryByLabelText('Lien ou code d’inscription')).toBeNull()
    await fillPassphrases()
    await submit()
    await seen(() => expect(asked).toEqual([{ code, passphrase: PASSPHRASE, label: 'Mon carnet', deviceName: 'Tablette Android' }]))
    await seen(() => expect(opened).toHaveLength(1))
  })

  it('takes a whole link pasted in the field', async () => {
    const code = await aCode()
    const { asked } = theForm('')
    await fill('Lien ou code d’inscription', `https://jury.example.org/salle/inscription#${code}`)
    await fillPassphrases()
    await submit()
    await seen(() => expect(asked[0]?.code).toBe(code))
  })

  it('says at once that a link is cut, before any network, and keeps what was written', async () => {
    const code = await aCode()
    const { asked } = theForm('')
    await fill('Lien ou code d’inscription', code.slice(0, -2))
    await fillPassphrases()
    await submit()
    const field = screen.getByLabelText('Lien ou code d’inscription')
    await seen(() => expect(field).toHaveAccessibleDescription(/coupé ou mal recopié/))
    expect(field).toHaveFocus()
    expect(screen.getByLabelText('Phrase secrète')).toHaveValue(PASSPHRASE)
    expect(asked).toEqual([])
  })

  it('shows the field to mend when the opened link itself was cut', async () => {
    theForm('1.abc')
    await fillPassphrases()
    await submit()
    await seen(() => expect(screen.getByLabelText('Lien ou code d’inscription')).toHaveAccessibleDescription(/coupé ou mal recopié/))
  })

  it('says that a link comes from a newer server', async () => {
    theForm('')
    await fill('Lien ou code d’inscription', '2.abc.def')
    await fillPassphrases()
    await submit()
    await seen(() =>
      expect(screen.getByLabelText('Lien ou code d’inscription')).toHaveAccessibleDescription(/plus récent que cette application/),
    )
  })

  it('asks for eight characters, counted as a person sees them, and for nothing else', async () => {
    const { asked } = theForm(await aCode())
    await fillPassphrases('éèàùôîê')
    await submit()
    await seen(() => expect(screen.getByLabelText('Phrase secrète')).toHaveAccessibleDescription(/au moins 8 caractères/))
    expect(screen.getByText('Trop courte : encore 1 caractère')).toBeVisible()
    await fillPassphrases('éèàùôîêç')
    await submit()
    await seen(() => expect(asked).toHaveLength(1))
  })

  it('says that the two passphrases differ, beside the second', async () => {
    const { asked } = theForm(await aCode())
    await fillPassphrases(PASSPHRASE, 'cheval agrafe lampr')
    await submit()
    await seen(() =>
      expect(screen.getByLabelText('La même phrase secrète, une seconde fois')).toHaveAccessibleDescription(/ne sont pas les mêmes/),
    )
    expect(asked).toEqual([])
  })

  it.each<[EnrolmentFailure, RegExp]>([
    ['offline', /Pas de réseau.*Votre lien reste valable/],
    ['unreachable', /Le serveur ne répond pas/],
    ['captivePortal', /page d’accueil du Wi-Fi/],
    ['garbled', /coupé ou mal recopié/],
    ['unknownVersion', /plus récent que l’application/],
    ['wrongServer', /pas le bon serveur.*prévenez la coordination/],
    ['packageInvalid', /abîmé ou a été modifié en route/],
    ['enrolment-used', /déjà servi sur un appareil.*Demandez un nouveau lien/],
    ['enrolment-unknown', /pas connu de ce serveur/],
    ['quota', /plus de place sur l’appareil/],
    ['databaseClosed', /navigation privée/],
  ])('explains %s: what happened, that nothing is stored, what to do', async (code, sentence) => {
    const { opened } = theForm(await aCode(), { ok: false, code })
    await fillPassphrases()
    await submit()
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(sentence)
    expect(alert).toHaveTextContent('Rien n’a été enregistré sur cet appareil.')
    expect(opened).toEqual([])
  })

  it.each(problemCodeSchema.options)('has words for a server that answers %s', (code) => {
    renderRoom(<EnrolmentFailureNotice code={code} />)
    expect(screen.getByRole('alert')).toHaveTextContent(firstTexts.problems[code].title)
    expect(screen.getByRole('alert')).toHaveTextContent(firstTexts.problems[code].detail)
  })
})
