import type { ThemeOptions } from '@mui/material/styles'
import { hiddenFromEyes } from './fields/hiddenFromEyes.ts'

declare module '@mui/material/styles' {
  interface Palette {
    secrecy: Palette['primary']
    canvas: string
  }
  interface PaletteOptions {
    secrecy: PaletteOptions['primary']
    canvas: string
  }
}

const palettes = {
  light: {
    mode: 'light',
    canvas: '#f6f7f9',
    background: { default: '#f6f7f9', paper: '#ffffff' },
    text: { primary: '#16181d', secondary: '#5a6170', disabled: '#6b7280' },
    divider: '#e3e6ea',
    primary: { main: '#1a56c4', dark: '#154499', contrastText: '#ffffff' },
    secondary: { main: '#3d4454', contrastText: '#ffffff' },
    success: { main: '#1b6e3c', light: '#e4f4ea', contrastText: '#ffffff' },
    warning: { main: '#8a5300', light: '#fdf1d9', contrastText: '#ffffff' },
    error: { main: '#b3261e', light: '#fce8e6', contrastText: '#ffffff' },
    info: { main: '#1a56c4', light: '#e7effc', contrastText: '#ffffff' },
    secrecy: { main: '#6b2fb3', light: '#f1e8fb', contrastText: '#ffffff' },
  },
  dark: {
    mode: 'dark',
    canvas: '#0f1115',
    background: { default: '#0f1115', paper: '#171a20' },
    text: { primary: '#e8eaee', secondary: '#a3abb8', disabled: '#8b93a1' },
    divider: '#2a2f38',
    primary: { main: '#8ab4ff', dark: '#a9c7ff', contrastText: '#0c1a33' },
    secondary: { main: '#c2c8d2', contrastText: '#0f1115' },
    success: { main: '#7bd69b', light: '#14301f', contrastText: '#0b2415' },
    warning: { main: '#f0c069', light: '#352810', contrastText: '#2a1c00' },
    error: { main: '#ff9a91', dark: '#ffb4ad', light: '#3b1a18', contrastText: '#3a0a06' },
    info: { main: '#8ab4ff', light: '#16233b', contrastText: '#0c1a33' },
    secrecy: { main: '#c9a3f5', light: '#2a1b3d', contrastText: '#1f0b38' },
  },
} as const

const medium = { fontWeight: 500 }
const semibold = { fontWeight: 600 }

const signal = ({ main, light }: { main: string; light: string }) => ({ color: main, backgroundColor: light })

/** The look of design: borders before shadows, one elevation, signal colours only for states. */
function look(mode: keyof typeof palettes): ThemeOptions {
  const palette = palettes[mode]
  const focus = { outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 }
  const shadow = mode === 'light' ? '0 8px 24px rgb(22 24 29 / 0.14)' : '0 8px 24px rgb(0 0 0 / 0.5)'
  return {
    palette,
    motion: { reducedMotion: 'system' },
    spacing: 4,
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: '"Inter Variable", system-ui, sans-serif',
      fontSize: 14,
      fontWeightMedium: 500,
      fontWeightBold: 600,
      h1: { fontSize: 20, lineHeight: 1.3, ...semibold },
      h2: { fontSize: 16, lineHeight: 1.4, ...semibold },
      h3: { fontSize: 14, lineHeight: 1.45, ...semibold },
      h4: { fontSize: 28, lineHeight: 1.2, ...semibold },
      h5: { fontSize: 20, ...semibold },
      h6: { fontSize: 16, ...semibold },
      subtitle2: { fontSize: 12, lineHeight: 1.45, ...medium },
      body1: { fontSize: 14, lineHeight: 1.45 },
      body2: { fontSize: 14, lineHeight: 1.45 },
      caption: { fontSize: 12, lineHeight: 1.45 },
      button: { fontSize: 14, textTransform: 'none', ...medium },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          body: { lineHeight: 1.45, fontSize: 14 },
          ':focus-visible': focus,
          '.tabular': { fontVariantNumeric: 'tabular-nums' },
          // What stands in every row of a list is styled once, not for each cell.
          '.unseen': hiddenFromEyes,
          '.nothing': { color: palette.text.secondary },
          '.masked': { color: palette.text.secondary, letterSpacing: '0.02em' },
          '.row-link': {
            padding: '4px 0',
            color: palette.primary.main,
            fontWeight: 500,
            textDecoration: 'none',
            // The head of the table lies over what scrolls under it.
            scrollMargin: '112px 0 24px',
            '&:hover': { textDecoration: 'underline' },
          },
          '.state': {
            display: 'inline-flex',
            alignItems: 'center',
            gap: 4,
            height: 24,
            padding: '0 8px',
            borderRadius: 6,
            fontSize: 12,
            ...medium,
            whiteSpace: 'nowrap',
            '& svg': { fontSize: 14 },
          },
          '.state.plain': { color: palette.text.secondary, border: `1px solid ${palette.divider}` },
          '.state.done': signal(palette.success),
          '.state.waits': signal(palette.warning),
          '.state.alarm': signal(palette.error),
          '.state.secret': signal(palette.secrecy),
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: { root: { '&:focus-visible, &.Mui-focusVisible': focus } },
      },
      MuiButton: {
        defaultProps: { disableElevation: true },
        styleOverrides: {
          root: { minHeight: 36, padding: '6px 14px', whiteSpace: 'nowrap' },
          sizeSmall: { minHeight: 30, padding: '3px 10px', fontSize: 14 },
        },
      },
      MuiPaper: {
        defaultProps: { elevation: 0 },
        styleOverrides: { root: { backgroundImage: 'none' } },
      },
      MuiCard: {
        defaultProps: { variant: 'outlined' },
        styleOverrides: { root: { borderColor: palette.divider } },
      },
      MuiPopover: {
        styleOverrides: { paper: { border: `1px solid ${palette.divider}`, boxShadow: shadow } },
      },
      MuiAutocomplete: {
        styleOverrides: { paper: { border: `1px solid ${palette.divider}`, boxShadow: shadow } },
      },
      MuiSnackbar: {
        // On a phone the acts stick to the bottom; what was just done is told above them.
        styleOverrides: { root: { '@media (max-width:599.95px)': { bottom: 84 } } },
      },
      MuiDialog: {
        styleOverrides: {
          paper: {
            border: `1px solid ${palette.divider}`,
            boxShadow: shadow,
            // A form in it scrolls between its title and its buttons.
            '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 },
          },
        },
      },
      MuiDialogTitle: { styleOverrides: { root: { overflowWrap: 'anywhere' } } },
      MuiDialogActions: {
        defaultProps: { disableSpacing: true },
        styleOverrides: {
          root: {
            flexWrap: 'wrap',
            gap: 8,
            padding: '8px 24px 20px',
            '@media (max-width:599.95px)': { '& .MuiButton-root': { minHeight: 44 } },
          },
        },
      },
      MuiTextField: { defaultProps: { size: 'small', margin: 'none', variant: 'outlined' } },
      MuiFormControl: { defaultProps: { size: 'small', margin: 'none', variant: 'outlined' } },
      MuiInputBase: {
        styleOverrides: {
          input: {
            textOverflow: 'ellipsis',
            // Lighter than what is typed, and still to be read.
            '&::placeholder': { color: palette.text.secondary, opacity: 1 },
          },
        },
      },
      MuiOutlinedInput: {
        styleOverrides: { notchedOutline: { borderColor: mode === 'light' ? '#8b93a1' : '#6b7280' } },
      },
      MuiTableCell: {
        styleOverrides: {
          root: {
            borderColor: palette.divider,
            padding: '0 12px',
            height: 44,
            fontSize: 14,
            '&:first-of-type': { paddingLeft: 16 },
            '&:last-of-type': { paddingRight: 16 },
          },
          head: {
            ...semibold,
            fontSize: 12,
            color: palette.text.secondary,
            backgroundColor: palette.background.paper,
            whiteSpace: 'nowrap',
          },
          stickyHeader: { backgroundColor: palette.background.paper },
          sizeSmall: {
            padding: '0 12px',
            '&:first-of-type': { paddingLeft: 16 },
            '&:last-of-type': { paddingRight: 16 },
          },
        },
      },
      MuiTooltip: {
        defaultProps: {
          enterDelay: 300,
          describeChild: true,
          // What a page says belongs to its main part, also where it floats.
          slotProps: { popper: { container: () => document.querySelector('main') } },
        },
        styleOverrides: {
          tooltip: {
            fontSize: 12,
            backgroundColor: mode === 'light' ? '#16181d' : '#e8eaee',
            color: mode === 'light' ? '#ffffff' : '#16181d',
          },
        },
      },
      MuiAlert: {
        styleOverrides: { root: { alignItems: 'flex-start', color: palette.text.primary } },
        variants: (['error', 'warning', 'success', 'info'] as const).map((severity) => ({
          props: { variant: 'standard', severity },
          style: { backgroundColor: palette[severity].light },
        })),
      },
      MuiSkeleton: {
        defaultProps: { animation: 'wave' },
        styleOverrides: { root: { backgroundColor: mode === 'light' ? '#e9ecf0' : '#20242c' } },
      },
      MuiLink: { defaultProps: { underline: 'hover' } },
      MuiChip: { styleOverrides: { root: { fontSize: 12, borderRadius: 6 } } },
    },
  }
}

export const lightTheme = look('light')
export const darkTheme = look('dark')
