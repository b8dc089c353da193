import eslint from '@eslint/js'
import globals from 'globals'
import typescript from 'typescript-eslint'

export default typescript.config(
  { ignores: ['dist/', 'pkg/', 'target/', 'www/public/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    // They hand functions to the page of a browser.
    files: [
      'tests/{browser,browsers,package}/*.mjs',
      'scripts/{bench,split}/*.mjs',
      'scripts/screenshot*.mjs',
    ],
    languageOptions: { globals: globals.browser },
  },
  {
    // It is built into every page, as it stands.
    files: ['www/src/start.js'],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: 'script',
      globals: { ...globals.browser, TEXTS: 'readonly' },
    },
    // The language of then cannot leave it out.
    rules: { 'no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  {
    // It becomes part of the script that wasm-bindgen writes.
    files: ['scripts/split/loader.js'],
    languageOptions: {
      globals: { ...globals.browser, wasm: 'readonly', __wbg_get_imports: 'readonly' },
    },
    rules: { 'no-unused-vars': 'off' },
  },
)
