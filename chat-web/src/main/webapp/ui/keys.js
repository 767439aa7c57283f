/** Whether a key belongs to the input method, which composes a word; Safari ends that first, and says 229. */
export const composes = ({isComposing, keyCode}) => isComposing || keyCode === 229;
