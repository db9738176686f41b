/** The build without Redis has the types of the whole one. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
