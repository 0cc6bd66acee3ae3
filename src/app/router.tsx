import { createBrowserRouter } from 'react-router'
import { HomePage } from './home-page.tsx'
import { ErrorPage } from './shared/error-page.tsx'
import { LoadingPage } from './shared/loading-page.tsx'

/** The two doors and the verification page, each loaded when it is opened: a juror's first load never carries the desk. */
export const router: ReturnType<typeof createBrowserRouter> = createBrowserRouter([
  { path: '/', element: <HomePage />, errorElement: <ErrorPage /> },
  {
    path: '/salle/*',
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <LoadingPage />,
    lazy: async () => ({ Component: (await import('./room/room-pages.tsx')).RoomPages }),
  },
  {
    path: '/coordination/*',
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <LoadingPage />,
    lazy: async () => ({ Component: (await import('./desk/desk-pages.tsx')).DeskPages }),
  },
  {
    path: '/verifier',
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <LoadingPage />,
    lazy: async () => ({ Component: (await import('./verify/verify-page.tsx')).VerifyPage }),
  },
  { path: '*', element: <ErrorPage /> },
])
