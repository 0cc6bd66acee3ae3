import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const ink: MantineColorsTuple = [
  '#eef3fb',
  '#dbe6f5',
  '#b8cdec',
  '#9cc0f4',
  '#6f99d6',
  '#4a7cc4',
  '#2f65b0',
  '#1d4f91',
  '#163f75',
  '#0f2f5c',
]

/** Mantine's neutrals, warm as our paper: what its components use where no token of ours reaches. */
const gray: MantineColorsTuple = [
  '#f7f3ea',
  '#eee8dc',
  '#e5ddce',
  '#ddd4c3',
  '#c9bfac',
  '#8a8272',
  '#6b6558',
  '#575247',
  '#3a362f',
  '#22201b',
]

/** Mantine's dark theme, as our slate. */
const dark: MantineColorsTuple = [
  '#eee9de',
  '#bcb6a9',
  '#8b95a0',
  '#65707c',
  '#3d4650',
  '#333a42',
  '#242a31',
  '#1f252b',
  '#1b1f24',
  '#15181c',
]

/** Mantine chooses a filled control's text for the light shade only: in the dark theme, white on pale ink cannot be read. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const isAccent = input.color === undefined || input.color === 'ink'
  if (input.variant !== 'filled' || !isAccent) return colors
  return { ...colors, background: 'var(--cdj-accent)', hover: 'var(--cdj-accent-hover)', color: 'var(--cdj-on-accent)' }
}

/** Mantine's theme on our tokens (tokens.css): one accent, warm paper or slate, roomy controls. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  variantColorResolver: variantColors,
  colors: { ink, gray, dark },
  fontFamily: 'var(--cdj-font)',
  headings: { fontFamily: 'var(--cdj-font)', fontWeight: '650' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
})

const surfaces = {
  '--mantine-color-body': 'var(--cdj-paper)',
  '--mantine-color-text': 'var(--cdj-ink)',
  '--mantine-color-dimmed': 'var(--cdj-ink-soft)',
  '--mantine-color-placeholder': 'var(--cdj-ink-soft)',
  '--mantine-color-anchor': 'var(--cdj-accent)',
  '--mantine-color-error': 'var(--cdj-danger)',
  '--mantine-color-default': 'var(--cdj-surface)',
  '--mantine-color-default-color': 'var(--cdj-ink)',
  '--mantine-color-default-border': 'var(--cdj-line-strong)',
  '--mantine-color-default-hover': 'var(--cdj-accent-soft)',
}

/** Mantine's own surfaces and texts point to our tokens, so that both themes keep AA contrast. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: surfaces, light: surfaces, dark: surfaces })
