import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#e9f6f6',
  '#d3ebec',
  '#a4d6d8',
  '#71c0c4',
  '#48adb2',
  '#2da1a7',
  '#167f86',
  '#0d6c73',
  '#0b5a60',
  '#06474c',
]
const night: MantineColorsTuple = [
  '#d5dbe1',
  '#b3bcc6',
  '#9aa5b1',
  '#7d8996',
  '#566270',
  '#333e4a',
  '#26303a',
  '#1c242d',
  '#151b22',
  '#0f141a',
]
const paper: MantineColorsTuple = [
  '#faf9f6',
  '#f3f2ee',
  '#e7e5df',
  '#d6d3cb',
  '#b9b5ab',
  '#8f8b82',
  '#6c6962',
  '#514f4a',
  '#383733',
  '#232320',
]

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, dark: night, gray: paper },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, monospace",
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  fontSizes: { xs: '0.775rem', sm: '0.865rem', md: '0.95rem', lg: '1.08rem', xl: '1.25rem' },
  headings: {
    fontWeight: '640',
    sizes: {
      h1: { fontSize: '1.55rem', lineHeight: '1.25' },
      h2: { fontSize: '1.12rem', lineHeight: '1.35' },
      h3: { fontSize: '0.98rem', lineHeight: '1.4' },
    },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A dialog is no section, so its header would be a second banner of the page (HTML-AAM).
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Tooltip: {
      defaultProps: {
        withArrow: true,
        openDelay: 250,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm' },
      styles: { root: { textTransform: 'none', fontWeight: 600, letterSpacing: 0 } },
    },
    // The colour of a title on its own light ground is too pale to read: the mark and the ground carry it.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    // The placeholder that takes the first focus is no menu item, so readers of the screen would hear an empty one.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: { centered: true, radius: 'lg' },
      styles: { title: { fontWeight: 640, fontSize: '1.08rem' } },
    },
    Table: { defaultProps: { verticalSpacing: 'sm' } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
})

export const paletteOf: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2730',
    '--mantine-color-dimmed': '#59636d',
    '--mantine-color-error': '#b3261e',
    '--desk-ground': '#f6f5f1',
    '--desk-sheet': '#ffffff',
    '--desk-line': '#e5e2da',
    '--desk-hover': '#f3f1eb',
    '--desk-clause-ink': '#0b5a60',
    '--desk-clause-ground': '#e4f1f0',
    '--desk-mark': '#fff3cf',
    '--desk-quoted': '#7a4b12',
  },
  dark: {
    '--mantine-color-body': '#1a2129',
    '--mantine-color-text': '#e4e9ed',
    '--mantine-color-dimmed': '#9fabb6',
    '--mantine-color-error': '#ff8f86',
    '--mantine-color-anchor': '#6fc5c9',
    '--desk-ground': '#11161c',
    '--desk-sheet': '#1a2129',
    '--desk-line': '#2b353f',
    '--desk-hover': '#222b34',
    '--desk-clause-ink': '#86d3d6',
    '--desk-clause-ground': '#16363a',
    '--desk-mark': '#4a3d12',
    '--desk-quoted': '#e5bd84',
  },
})
