export const KANAL = {
  persoenlich: 'persönlich',
  telefon: 'Telefon',
  email: 'E-Mail',
  video: 'Video',
  messenger: 'Messenger (z. B. WhatsApp)',
  aufsuchend: 'aufsuchend',
  post: 'Brief',
} as const;
