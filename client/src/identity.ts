/** The client's id; the library reads `containerTutor.trace.server` by it. */
export const ID = 'containerTutor';

/** A name, so never translated. */
export const NAME = 'Container Tutor';
