import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { type ManifestOptions, VitePWA } from 'vite-plugin-pwa'
import { devApi } from './.ci/dev-api.mjs'
import packageJson from './package.json' with { type: 'json' }

const PAPER = '#faf6ee'

const manifest: Partial<ManifestOptions> = {
  id: '/salle',
  name: 'Carnet de jury',
  short_name: 'Carnet',
  lang: 'fr',
  dir: 'ltr',
  description: 'Le carnet du jury : évaluer un oral, le chronométrer et signer sa fiche, même sans réseau.',
  start_url: '/salle',
  scope: '/',
  display: 'standalone',
  theme_color: PAPER,
  background_color: PAPER,
  categories: ['education', 'productivity'],
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  screenshots: [
    {
      src: '/screenshots/oral-wide.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: 'Un oral en cours : le temps, les indicateurs',
    },
    { src: '/screenshots/day-narrow.png', sizes: '412x892', type: 'image/png', form_factor: 'narrow', label: 'Ma journée' },
  ],
  shortcuts: [
    { name: 'Ma journée', url: '/salle', icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }] },
    { name: 'Coordination', url: '/coordination', icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }] },
  ],
}

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  plugins: [
    react(),
    devApi(packageJson.version),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/device/worker',
      filename: 'sw.ts',
      // Registered by src/device/app-update.ts, which lets the person choose when to update.
      registerType: 'prompt',
      injectRegister: false,
      manifest,
      // Icons come through globPatterns; listing them twice would make the precache reject its own manifest.
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,mjs,css,svg,png,woff2,wasm,pfb,ttf}'],
        // The dictionary of the strength meter serves the desk only, which needs the network anyway.
        globIgnores: ['screenshots/**', 'assets/password-strength-*.js'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      },
      integration: {
        // The plugin still sets what Vite 8 calls by another name, and says so at each build.
        configureCustomSWViteBuild: (worker) => {
          worker.logLevel = 'warn'
          worker.build = {
            ...worker.build,
            rollupOptions: { ...worker.build?.rollupOptions, output: { entryFileNames: 'sw.mjs', codeSplitting: false } },
          }
        },
      },
    }),
  ],
  server: { port: Number(process.env['PORT'] ?? 4173) },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Read by .ci/size.mjs.
    manifest: true,
    // What every page begins with is one file; else what the worker or a lazy page shares of it would each be another.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] } } },
    // That script's budget is what watches the sizes.
    chunkSizeWarningLimit: 2_000,
  },
})
