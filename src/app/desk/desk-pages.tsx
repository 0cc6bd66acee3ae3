import { Route, Routes } from 'react-router'
import { ErrorPage } from '../shared/error-page.tsx'
import { AccountPage } from './account/account-page.tsx'
import { InvitationPage } from './account/invitation-page.tsx'
import { PeoplePage } from './account/people-page.tsx'
import { CandidatePage } from './candidate-page.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { ImportPage } from './import-page.tsx'
import { JournalPage } from './journal-page.tsx'
import { DeliberationPage } from './minutes/deliberation-page.tsx'
import { MinutesPage } from './minutes/minutes-page.tsx'
import { ResultsPage } from './results/results-page.tsx'
import { DevicesPage } from './session/devices-page.tsx'
import { SessionPage } from './session-page.tsx'
import { SessionsPage } from './sessions-page.tsx'
import { SetupPage } from './setup-page.tsx'
import { SheetPage } from './sheet-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

/** The coordinators’ door. */
export function DeskPages() {
  return (
    <Routes>
      <Route path="premiere-connexion" element={<SetupPage />} />
      <Route path="invitation" element={<InvitationPage />} />
      <Route path="connexion" element={<SignInPage />} />
      <Route element={<DeskFrame />}>
        <Route index element={<SessionsPage />} />
        <Route path="import" element={<ImportPage />} />
        <Route path="sessions/:sessionId" element={<SessionPage />} />
        <Route path="sessions/:sessionId/carnets" element={<DevicesPage />} />
        <Route path="sessions/:sessionId/resultats" element={<ResultsPage />} />
        <Route path="sessions/:sessionId/candidats/:candidateId" element={<CandidatePage />} />
        <Route path="sessions/:sessionId/jurys/:panelId/:day" element={<DeliberationPage />} />
        <Route path="proces-verbaux/:hash" element={<MinutesPage />} />
        <Route path="fiches/:hash" element={<SheetPage />} />
        <Route path="compte" element={<AccountPage />} />
        <Route path="personnes" element={<PeoplePage />} />
        <Route path="journal" element={<JournalPage />} />
      </Route>
      <Route path="*" element={<ErrorPage />} />
    </Routes>
  )
}
