import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {children}
    </svg>
  );
}

/** Two circles that meet: the mark of HARMONIA. */
export const Mark = () => (
  <svg viewBox="0 0 64 64" fill="none" stroke="currentColor" strokeWidth="4" aria-hidden="true">
    <circle cx="23" cy="32" r="18" />
    <circle cx="41" cy="32" r="18" />
    <path d="M32 16.4a18 18 0 0 1 0 31.2 18 18 0 0 1 0-31.2Z" fill="currentColor" stroke="none" />
  </svg>
);

export const SearchIcon = () => <Icon><circle cx="11" cy="11" r="6.5" /><path d="m16 16 4.5 4.5" /></Icon>;
export const CalendarIcon = () => <Icon><rect x="3.5" y="5" width="17" height="15.5" rx="2.5" /><path d="M3.5 10h17M8 2.8V7M16 2.8V7" /></Icon>;
export const BellIcon = () => <Icon><path d="M6 10a6 6 0 1 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10ZM10 20a2.2 2.2 0 0 0 4 0" /></Icon>;
export const PersonIcon = () => <Icon><circle cx="12" cy="8" r="4" /><path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6" /></Icon>;
export const LifebuoyIcon = () => <Icon><circle cx="12" cy="12" r="8.8" /><circle cx="12" cy="12" r="3.6" /><path d="m5.9 5.9 3.5 3.5m5.2 5.2 3.5 3.5m0-12.2-3.5 3.5m-5.2 5.2-3.5 3.5" /></Icon>;
export const InfoIcon = () => <Icon><circle cx="12" cy="12" r="8.8" /><path d="M12 11v5.5M12 7.6v.1" /></Icon>;
export const WarnIcon = () => <Icon><path d="M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5M12 17v.1" /></Icon>;
export const CheckIcon = () => <Icon><path d="m4.5 12.5 5 5 10-11" /></Icon>;
export const CrossIcon = () => <Icon><path d="m6 6 12 12M18 6 6 18" /></Icon>;
export const ArrowLeftIcon = () => <Icon><path d="M20 12H4.5m6.5-6.5L4.5 12l6.5 6.5" /></Icon>;
export const ClockIcon = () => <Icon><circle cx="12" cy="12" r="8.8" /><path d="M12 7v5.2l3.4 2" /></Icon>;
export const CameraIcon = () => <Icon><rect x="2.8" y="6.5" width="12.5" height="11" rx="2.5" /><path d="m15.3 11 5.9-3.2v8.4L15.3 13" /></Icon>;
export const CameraOffIcon = () => <Icon><path d="M6.5 6.5h6.3a2.5 2.5 0 0 1 2.5 2.5v2l5.9-3.2v8.4l-3-1.6M14.6 16.7a2.5 2.5 0 0 1-1.8.8H5.3A2.5 2.5 0 0 1 2.8 15V9c0-.7.3-1.3.7-1.8M3 3l18 18" /></Icon>;
export const MicIcon = () => <Icon><rect x="9" y="3" width="6" height="11" rx="3" /><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" /></Icon>;
export const MicOffIcon = () => <Icon><path d="M15 10.5V6a3 3 0 0 0-5.7-1.3M9 9v2a3 3 0 0 0 4.5 2.6M5.5 11.5a6.5 6.5 0 0 0 10 5.5M18.3 13a6.5 6.5 0 0 0 .2-1.5M12 18v3M3 3l18 18" /></Icon>;
export const PhoneOffIcon = () => <Icon><path d="M3 15.2c0-1.3.6-2.6 2-3.4 4.2-2.4 9.8-2.4 14 0 1.4.8 2 2.1 2 3.4v1.3c0 .7-.7 1.2-1.4 1l-3-.8a1 1 0 0 1-.8-1v-2.2a13 13 0 0 0-7.6 0v2.2a1 1 0 0 1-.8 1l-3 .8a1 1 0 0 1-1.4-1Z" /></Icon>;
export const HandIcon = () => <Icon><path d="M8 12V5.5a1.5 1.5 0 0 1 3 0V11m0-1V4a1.5 1.5 0 0 1 3 0v7m0-5a1.5 1.5 0 0 1 3 0v8.5c0 3.9-2.4 6.5-6 6.5-3 0-4.6-1.5-6-4.2L3.5 14a1.5 1.5 0 0 1 2.6-1.5L8 15" /></Icon>;
export const PeopleIcon = () => <Icon><circle cx="9" cy="9" r="3.4" /><path d="M2.8 19.5c.6-3.4 3-5 6.2-5s5.6 1.6 6.2 5M15.5 6a3.2 3.2 0 0 1 0 6m2.3 2.9c1.9.7 3 2.2 3.4 4.6" /></Icon>;
export const ShieldIcon = () => <Icon><path d="M12 3 4.5 6v5.5c0 4.6 3.1 8 7.5 9.5 4.4-1.5 7.5-4.9 7.5-9.5V6L12 3ZM8.8 12l2.3 2.3 4.2-4.5" /></Icon>;
export const ChatIcon = () => <Icon><path d="M4 5.5h16v10.8H11L6.5 20v-3.7H4V5.5ZM8 9.3h8M8 12.5h5" /></Icon>;
export const SendIcon = () => <Icon><path d="M4 11.5 20.5 4 15 20.5l-3.4-6.8L4 11.5ZM11.6 13.7 20.5 4" /></Icon>;
export const ScreenIcon = () => <Icon><rect x="3" y="4.5" width="18" height="12" rx="2" /><path d="M9 20h6M12 13.5v-6m-2.6 2.4L12 7.3l2.6 2.6" /></Icon>;
export const ScreenOffIcon = () => <Icon><rect x="3" y="4.5" width="18" height="12" rx="2" /><path d="M9 20h6m-5-11.5 4 4m0-4-4 4" /></Icon>;
export const GearIcon = () => <Icon><path d="M4 7h9m4 0h3M4 17h3m4 0h9" /><circle cx="15" cy="7" r="2.2" /><circle cx="9" cy="17" r="2.2" /></Icon>;
export const SpeakerIcon = () => <Icon><path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4ZM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" /></Icon>;
export const SignalIcon = () => <Icon><path d="M5 19v-3M10 19v-6M15 19V9.5M20 19V5" /></Icon>;
export const MoneyIcon = () => <Icon><rect x="2.8" y="6" width="18.4" height="12" rx="2.5" /><circle cx="12" cy="12" r="2.6" /></Icon>;
export const WheelIcon = () => <Icon><circle cx="12" cy="12" r="8.8" /><circle cx="12" cy="12" r="4" /><path d="M12 3.2V8M12 16v4.8M3.2 12H8M16 12h4.8" /></Icon>;
export const ListIcon = () => <Icon><path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5h.1M4 12h.1M4 17.5h.1" /></Icon>;
