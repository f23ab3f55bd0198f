import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** SQL text comes from tagged templates only; a raw fragment or a name from outside is the way in for an injection. */
const SQL = [
  { selector: "MemberExpression[object.name='sql'][property.name='raw']", message: 'sql.raw builds SQL from strings: use sql`…` with parameters.' },
  { selector: "MemberExpression[object.name='sql'][property.name='identifier']", message: 'sql.identifier lets a name in: spell the table or column.' },
];

/** A loader or action that is not wrapped runs for everybody: every one is separately callable. */
const GESCHUETZT = [
  {
    selector: "ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[id.name=/^(loader|action)$/][init.type!='CallExpression'][init.type!='Identifier']",
    message: 'Wrap loaders and actions: fuerFachkraft, fuerVerwaltung, fuerTraeger, fuerKoordination, fuerAngemeldete or oeffentlich.',
  },
  { selector: 'ExportNamedDeclaration > FunctionDeclaration[id.name=/^(loader|action)$/]', message: 'Wrap loaders and actions (app/http/geschuetzt.server.ts).' },
];

export default tseslint.config(
  { ignores: ['build/', 'node_modules/', 'reports/', '.kim/', 'db/migrations/', '**/*.cjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs,js,mts}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...jsxA11y.configs.recommended.rules,
      // Focus on the first field of a search or lock page saves a keystroke for everybody who came to type there.
      'jsx-a11y/no-autofocus': 'off',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', ...SQL],
      eqeqeq: 'error',
    },
  },
  { files: ['app/**', 'packages/**', 'db/*.ts'], rules: { 'no-console': 'error' } },
  { files: ['app/routes/**'], rules: { 'no-restricted-syntax': ['error', ...SQL, ...GESCHUETZT] } },
  { files: ['tests/**', 'packages/testing/**', '**/*.test.ts', '**/*.test.tsx'], rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' } },
);
