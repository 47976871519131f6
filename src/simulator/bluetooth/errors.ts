/** Web Bluetooth's errors, with their standard names and, where pages rely on them, Chromium's messages. */

const named = (name: string) => (words: string) => new DOMException(words, name);

export const networkError = named('NetworkError');
export const notFoundError = named('NotFoundError');
export const securityError = named('SecurityError');
const invalidStateError = named('InvalidStateError');
export const invalidModificationError = named('InvalidModificationError');
export const notSupportedError = named('NotSupportedError');

export const operationInProgress = (): DOMException => networkError('GATT operation already in progress.');
export const notConnected = (): DOMException =>
  networkError('GATT Server is disconnected. Cannot perform GATT operations.');
export const disconnectedMeanwhile = (): DOMException =>
  networkError('GATT Server disconnected while performing a GATT operation.');
/** What a platform reports when an operation fails for any other reason. */
export const operationFailed = (): DOMException =>
  notSupportedError('GATT operation failed for unknown reason.');
export const stale = (what: 'Service' | 'Characteristic', uuid: string): DOMException =>
  invalidStateError(
    `${what} with UUID ${uuid} is no longer valid. Remember to retrieve the ${what.toLowerCase()} again after reconnecting.`,
  );
