import '#texts/pages.ts'
import { Route, Routes } from 'react-router'
import { ErrorPage } from '../../shared/error-page.tsx'
import { DaysPage } from './days-page.tsx'
import { GivePage } from './give-page.tsx'
import { KeptPage } from './kept-page.tsx'
import { OralPage } from './oral-page.tsx'
import { PreparePage } from './prepare-page.tsx'
import { TakePage } from './take-page.tsx'

/** « Délibérer »: gathering sheets, deciding, minutes. Inside the room's frame, with an open notebook. */
export function DeliberationPages() {
  return (
    <Routes>
      <Route index element={<DaysPage />} />
      <Route path="recevoir" element={<TakePage />} />
      <Route path="donner/:what/:id/:day?" element={<GivePage />} />
      <Route path="pv/:hash" element={<KeptPage />} />
      <Route path=":panelId/:day/oral/:oralId" element={<OralPage />} />
      <Route path=":panelId/:day/pv" element={<PreparePage />} />
      <Route path="*" element={<ErrorPage />} />
    </Routes>
  )
}
