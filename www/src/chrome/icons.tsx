/** Line icons of one weight; their meaning stands beside them in words. */
import type { ComponentChildren } from 'preact';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {children}
    </svg>
  );
}

export const SunIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="3.4" />
    <path d="M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M4.3 15.7l1.4-1.4M14.3 5.7l1.4-1.4" />
  </Icon>
);

export const MoonIcon = () => (
  <Icon>
    <path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z" />
  </Icon>
);

export const SystemIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.5" />
    <path class="filled" d="M10 3.5a6.5 6.5 0 0 1 0 13z" />
  </Icon>
);

export const PreviousIcon = () => (
  <Icon>
    <path d="M5 12.5 10 7.5l5 5" />
  </Icon>
);

export const NextIcon = () => (
  <Icon>
    <path d="M5 7.5l5 5 5-5" />
  </Icon>
);

/** The seal: two corner quotation marks around a stroke. */
export const Seal = () => (
  <svg class="seal" viewBox="0 0 64 64" width="36" height="36" aria-hidden="true">
    <rect class="seal-ground" width="64" height="64" rx="13" />
    <path class="seal-mark" d="M33 14H15v18M31 50h18V32" />
    <path class="seal-mark" d="M21 34c3-9 7-9 11-2s8 7 11-2" />
  </svg>
);
