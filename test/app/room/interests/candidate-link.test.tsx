import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { type Answer, CandidateLink } from '#app/room/interests/candidate-link.tsx'
import { NotebookProvider } from '#app/room/notebook-context.tsx'
import { aDayOral } from '#test/builders/a-day-oral.ts'
import { anOpenNotebook } from '#test/builders/an-open-notebook.ts'
import { renderRoom } from '../render-room.tsx'

function Asked({ start, isSigned }: { start: Answer | null; isSigned: boolean }) {
  const [answer, setAnswer] = useState(start)
  const { oral, candidate, panel } = aDayOral()
  const notebook = anOpenNotebook()
  const session = { ...notebook.package.session, candidates: [candidate], panels: [panel], orals: [oral] }
  return (
    <NotebookProvider notebook={{ ...notebook, package: { ...notebook.package, session } }}>
      <CandidateLink candidate={candidate} answer={answer} isSigned={isSigned} onAnswer={setAnswer} />
      <output aria-label="Réponse">{JSON.stringify(answer)}</output>
    </NotebookProvider>
  )
}

describe('a candidate the juror may know', () => {
  it('is named with their oral, and asks nothing more when there is no link', async () => {
    const user = userEvent.setup()
    renderRoom(<Asked start={null} isSigned={false} />)
    const card = screen.getByRole('region', { name: /^Inès Bazin \(n° / })
    expect(card).toHaveTextContent(/24 novembre.*09:00, Jury A/)
    await user.click(screen.getByRole('radio', { name: 'Aucun lien' }))
    expect(screen.getByLabelText('Réponse')).toHaveTextContent('{"state":"none"}')
    expect(screen.queryByLabelText('Quel lien ?')).toBeNull()
  })

  it('asks which link, in the juror’s own words', async () => {
    const user = userEvent.setup()
    renderRoom(<Asked start={null} isSigned={false} />)
    await user.click(screen.getByRole('radio', { name: 'J’ai un lien' }))
    await user.selectOptions(screen.getByLabelText('Quel lien ?'), 'Travail')
    await user.type(screen.getByLabelText('En quelques mots'), 'Ma collègue')
    expect(screen.getByLabelText('Réponse')).toHaveTextContent('{"state":"link","kind":"work","words":"Ma collègue"}')
    expect(screen.getByText('Prévenez la coordination. Ne notez pas cette personne.')).toBeVisible()
  })

  it('says that the answer is signed', () => {
    renderRoom(<Asked start={{ state: 'none' }} isSigned />)
    expect(screen.getByText('Réponse signée.')).toBeVisible()
  })
})
