import '#texts/office.ts'
import { Route, Routes } from 'react-router'
import { ErrorPage } from '../shared/error-page.tsx'
import { AccountPage } from './account/account-page.tsx'
import { InvitationPage } from './account/invitation-page.tsx'
import { NewPasswordPage } from './account/new-password-page.tsx'
import { PeoplePage } from './account/people-page.tsx'
import { DeskCalibrationPage } from './calibration/calibration-page.tsx'
import { CandidatePage } from './candidate-page.tsx'
import { ConvocationsPage } from './convocations/convocations-page.tsx'
import { DataProtectionPage } from './data-protection/data-protection-page.tsx'
import { DataRequestsPage } from './data-protection/requests-page.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { EditorPage } from './grids/editor-page.tsx'
import { FrameworkImportPage } from './grids/framework-import-page.tsx'
import { GridPage } from './grids/grid-page.tsx'
import { GridsPage } from './grids/grids-page.tsx'
import { PreparePage } from './grids/prepare-page.tsx'
import { ImportPage } from './import-page.tsx'
import { JournalPage } from './journal/journal-page.tsx'
import { DeliberationPage } from './minutes/deliberation-page.tsx'
import { MinutesPage } from './minutes/minutes-page.tsx'
import { PaperPage } from './paper/paper-page.tsx'
import { NewSessionRoute, PreparationRoute } from './prepare/prepare-routes.tsx'
import { CertifierPage } from './results/certifier-page.tsx'
import { FairnessPage } from './results/fairness-page.tsx'
import { PassportPage } from './results/passport-page.tsx'
import { ResultsPage } from './results/results-page.tsx'
import { YearFairnessPage } from './results/year-fairness-page.tsx'
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
      <Route path="nouveau-mot-de-passe" element={<NewPasswordPage />} />
      <Route path="connexion" element={<SignInPage />} />
      <Route element={<DeskFrame />}>
        <Route index element={<SessionsPage />} />
        <Route path="import" element={<ImportPage />} />
        <Route path="preparer" element={<NewSessionRoute />} />
        <Route path="sessions/:sessionId/preparation/*" element={<PreparationRoute />} />
        <Route path="sessions/:sessionId" element={<SessionPage />} />
        <Route path="sessions/:sessionId/carnets" element={<DevicesPage />} />
        <Route path="sessions/:sessionId/calibration" element={<DeskCalibrationPage />} />
        <Route path="sessions/:sessionId/papier" element={<PaperPage />} />
        <Route path="sessions/:sessionId/convocations" element={<ConvocationsPage />} />
        <Route path="sessions/:sessionId/resultats" element={<ResultsPage />} />
        <Route path="sessions/:sessionId/passeport" element={<PassportPage />} />
        <Route path="sessions/:sessionId/equite" element={<FairnessPage />} />
        <Route path="sessions/:sessionId/candidats/:candidateId" element={<CandidatePage />} />
        <Route path="sessions/:sessionId/jurys/:panelId/:day" element={<DeliberationPage />} />
        <Route path="proces-verbaux/:hash" element={<MinutesPage />} />
        <Route path="fiches/:hash" element={<SheetPage />} />
        <Route path="grilles" element={<GridsPage />} />
        <Route path="grilles/nouvelle" element={<EditorPage />} />
        <Route path="grilles/:hash" element={<GridPage />} />
        <Route path="certifications/:frameworkId/certificateur" element={<CertifierPage />} />
        <Route path="certifications/:frameworkId/equite/:year" element={<YearFairnessPage />} />
        <Route path="referentiels/import" element={<FrameworkImportPage />} />
        <Route path="referentiels/:frameworkHash/grilles" element={<PreparePage />} />
        <Route path="donnees-personnelles" element={<DataProtectionPage />} />
        <Route path="donnees-personnelles/demandes" element={<DataRequestsPage />} />
        <Route path="compte" element={<AccountPage />} />
        <Route path="personnes" element={<PeoplePage />} />
        <Route path="journal" element={<JournalPage />} />
      </Route>
      <Route path="*" element={<ErrorPage />} />
    </Routes>
  )
}
