import { Route, Routes } from 'react-router'
import { ErrorPage } from '../../shared/error-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { PanelsPage } from './panels/panels-page.tsx'
import { PlanningPage } from './planning/planning-page.tsx'
import { PreparationPage } from './preparation-page.tsx'
import { SupportsPage } from './supports/supports-page.tsx'
import { TablesPage } from './tables/tables-page.tsx'

/** The pages of one session's preparation. */
export function PreparationPages() {
  return (
    <Routes>
      <Route element={<PreparationPage />}>
        <Route index element={<OverviewPage />} />
        <Route path="tableaux" element={<TablesPage />} />
        <Route path="planning" element={<PlanningPage />} />
        <Route path="jurys" element={<PanelsPage />} />
        <Route path="supports" element={<SupportsPage />} />
        <Route path="*" element={<ErrorPage />} />
      </Route>
    </Routes>
  )
}
