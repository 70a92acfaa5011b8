export { default } from '@metaverse/config/eslint';
