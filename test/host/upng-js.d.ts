/** The part of upng-js that is used; it has no types of its own. */
declare module 'upng-js' {
  interface Image {
    readonly width: number;
    readonly height: number;
  }
  const UPNG: {
    decode(png: Uint8Array): Image;
    toRGBA8(image: Image): ArrayBuffer[];
    /** @param colours at most so many, the nearest where there are more; 0 keeps all */
    encode(frames: ArrayBuffer[], width: number, height: number, colours: number): ArrayBuffer;
  };
  export default UPNG;
}
