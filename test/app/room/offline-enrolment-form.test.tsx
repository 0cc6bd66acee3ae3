import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { OfflineEnrolmentForm } from '#app/room/offline-enrolment-form.tsx'
import type { OfflineEnrolOutcome } from '#device/offline-enrolment.ts'
import { anOpenNotebook } from '../../builders/an-open-notebook.ts'
import { renderRoom } from './render-room.tsx'

const PASSPHRASE = 'une souris verte dans l’herbe'

function shown(outcome: OfflineEnrolOutcome) {
  const onEnrol = vi.fn(async () => outcome)
  const onEnrolled = vi.fn()
  const { container } = renderRoom(<OfflineEnrolmentForm deviceName="Tablette" onEnrol={onEnrol} onEnrolled={onEnrolled} />)
  const file = async () => {
    const input = container.querySelector('input[type=file]')
    if (!(input instanceof HTMLInputElement)) throw new Error('no file input')
    // jsdom's files do not read themselves.
    await userEvent.upload(input, Object.assign(new File(['le fichier'], 'carnet.inscription'), { text: async () => 'le fichier' }))
  }
  const fill = async (code: string) => {
    await userEvent.type(screen.getByLabelText(/^Code du fichier/), code)
    await userEvent.type(screen.getByLabelText(/^Phrase secrète/), PASSPHRASE)
    await userEvent.type(screen.getByLabelText(/^La même phrase secrète/), PASSPHRASE)
  }
  const submit = () => userEvent.click(screen.getByRole('button', { name: 'Ouvrir le carnet' }))
  return { onEnrol, onEnrolled, file, fill, submit }
}

it('asks for the file and a whole code before anything is tried', async () => {
  const { onEnrol, fill, submit } = shown({ ok: false, code: 'notThisFile' })
  await fill('K7QD-3WXZ')
  await submit()
  expect(await screen.findByText('Choisissez le fichier d’inscription.')).toBeInTheDocument()
  expect(screen.getByText(/Le code a 16 lettres et chiffres/)).toBeInTheDocument()
  expect(onEnrol).not.toHaveBeenCalled()
})

it('opens the notebook with the file, its code and a passphrase', async () => {
  const notebook = anOpenNotebook()
  const { onEnrol, onEnrolled, file, fill, submit } = shown({ ok: true, notebook })
  await file()
  expect(screen.getByText('Fichier choisi : carnet.inscription')).toBeInTheDocument()
  await fill('k7qd 3wxz 9m2t a4hc')
  await submit()
  await vi.waitFor(() => expect(onEnrolled).toHaveBeenCalledWith(notebook))
  expect(onEnrol).toHaveBeenCalledWith('le fichier', {
    code: 'k7qd 3wxz 9m2t a4hc',
    passphrase: PASSPHRASE,
    label: 'Mon carnet',
    deviceName: 'Tablette',
  })
})

it('says that the code is wrong, that nothing was stored, and how long to wait', async () => {
  const { file, fill, submit } = shown({ ok: false, code: 'wrongCode', retryInMs: 8_000 })
  await file()
  await fill('K7QD-3WXZ-9M2T-A4HC')
  await submit()
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Ce n’est pas le bon code')
  expect(alert).toHaveTextContent('Rien n’a été enregistré sur cet appareil.')
  expect(alert).toHaveTextContent(/Nouvel essai possible dans [78] secondes\./)
  expect(screen.getByRole('button', { name: 'Ouvrir le carnet' })).toBeDisabled()
})
