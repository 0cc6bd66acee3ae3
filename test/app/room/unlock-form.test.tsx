import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { UnlockForm } from '#app/room/unlock-form.tsx'
import { DeviceError } from '#device/device-error.ts'
import type { Notebook } from '#device/notebook.ts'
import type { NotebookSummary, UnlockOutcome } from '#device/notebooks.ts'
import { anOpenNotebook } from '#test/builders/an-open-notebook.ts'
import { renderRoom } from './render-room.tsx'

const AGNES: NotebookSummary = { vaultId: 'v1', label: 'Carnet d’Agnès', createdAt: Date.parse('2026-11-20T08:00:00Z') }
const LISE: NotebookSummary = { vaultId: 'v2', label: 'Carnet de Lise', createdAt: Date.parse('2026-11-21T08:00:00Z') }

/** Renders the form; answers the outcomes in turn and records the tries. */
function theForm(notebooks: NotebookSummary[], ...outcomes: (UnlockOutcome | DeviceError)[]) {
  const tries: [string, string][] = []
  const opened: Notebook[] = []
  renderRoom(
    <UnlockForm
      notebooks={notebooks}
      onUnlock={async (vaultId, passphrase) => {
        tries.push([vaultId, passphrase])
        const outcome = outcomes.shift()
        if (outcome === undefined || outcome instanceof DeviceError) throw outcome ?? new Error('one try too many')
        return outcome
      }}
      onUnlocked={(notebook) => opened.push(notebook)}
    />,
  )
  return { tries, opened }
}

const open = async (passphrase: string, user = userEvent.setup()) => {
  await user.type(screen.getByLabelText('Phrase secrète'), `${passphrase}{Enter}`)
}

afterEach(() => vi.useRealTimers())

describe('the unlock form', () => {
  it('opens the only notebook without asking which', async () => {
    const { tries, opened } = theForm([AGNES], { ok: true, notebook: anOpenNotebook() })
    expect(screen.queryByRole('radio')).toBeNull()
    await open('cheval agrafe')
    await waitFor(() => expect(tries).toEqual([['v1', 'cheval agrafe']]))
    await waitFor(() => expect(opened).toHaveLength(1))
  })

  it('asks which notebook when jurors share the tablet', async () => {
    const { tries } = theForm([AGNES, LISE], { ok: true, notebook: anOpenNotebook() })
    await userEvent.click(screen.getByRole('radio', { name: /Carnet de Lise/ }))
    await open('lampe oursin')
    await waitFor(() => expect(tries).toEqual([['v2', 'lampe oursin']]))
  })

  it('does not try an empty passphrase', async () => {
    const { tries } = theForm([AGNES])
    await userEvent.click(screen.getByRole('button', { name: 'Ouvrir' }))
    await waitFor(() => expect(screen.getByLabelText('Phrase secrète')).toHaveAccessibleDescription('Écrivez votre phrase secrète.'))
    expect(tries).toEqual([])
  })

  it('says a wrong passphrase loses nothing, and gives the field back empty', async () => {
    theForm([AGNES], { ok: false, code: 'wrongPassphrase', retryInMs: 0 })
    await open('autre chose')
    expect(await screen.findByRole('alert')).toHaveTextContent(/pas la bonne phrase secrète.*Rien n’est perdu/)
    expect(screen.getByLabelText('Phrase secrète')).toHaveValue('')
    expect(screen.getByLabelText('Phrase secrète')).toHaveFocus()
    expect(screen.getByRole('button', { name: 'Ouvrir' })).toBeEnabled()
  })

  it('explains the wait after too many tries, counts it down on the button, and opens again after it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) })
    const { tries } = theForm([AGNES], { ok: false, code: 'wrongPassphrase', retryInMs: 8_000 }, { ok: true, notebook: anOpenNotebook() })
    await open('autre chose', user)
    expect(await screen.findByRole('alert')).toHaveTextContent('prochain essai est possible dans 8 secondes')
    expect(screen.getByRole('button', { name: /Ouvrir \(dans \d s\)/ })).toBeDisabled()
    await open('cheval agrafe', user)
    expect(tries).toHaveLength(1)
    act(() => vi.advanceTimersByTime(9_000))
    await user.click(screen.getByRole('button', { name: 'Ouvrir' }))
    await waitFor(() => expect(tries).toHaveLength(2))
  })

  it('does not hold one juror’s wrong tries against another', async () => {
    theForm([AGNES, LISE], { ok: false, code: 'wrongPassphrase', retryInMs: 60_000 })
    await open('autre chose')
    await screen.findByRole('alert')
    await userEvent.click(screen.getByRole('radio', { name: /Carnet de Lise/ }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('button', { name: 'Ouvrir' })).toBeEnabled()
  })

  it('tells a damaged notebook from a wrong passphrase', async () => {
    theForm([AGNES], { ok: false, code: 'damaged' })
    await open('cheval agrafe')
    expect(await screen.findByRole('alert')).toHaveTextContent(/abîmé.*déjà remises sont en sécurité.*prévenez la coordination/)
  })

  it('says what to do when the browser took the store away', async () => {
    theForm([AGNES], new DeviceError('databaseClosed'))
    await open('cheval agrafe')
    expect(await screen.findByRole('alert')).toHaveTextContent(/n’a pas pu s’ouvrir.*Rien n’est perdu/)
  })
})
