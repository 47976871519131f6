/** Web Bluetooth's errors, with their standard names and with Chromium's messages. */

const errorNamed = (name: string) => (words: string) => new DOMException(words, name);

export const networkError = errorNamed('NetworkError');
export const notFoundError = errorNamed('NotFoundError');
export const securityError = errorNamed('SecurityError');
const invalidStateError = errorNamed('InvalidStateError');
export const invalidModificationError = errorNamed('InvalidModificationError');
export const notSupportedError = errorNamed('NotSupportedError');

export const operationInProgress = (): DOMException => networkError('GATT operation already in progress.');
export const notConnected = (): DOMException =>
  networkError('GATT Server is disconnected. Cannot perform GATT operations.');
export const disconnectedMeanwhile = (): DOMException =>
  networkError('GATT Server disconnected while performing a GATT operation.');
export const operationFailed = (): DOMException =>
  notSupportedError('GATT operation failed for unknown reason.');
export const stale = (what: 'Service' | 'Characteristic', uuid: string): DOMException =>
  invalidStateError(
    `${what} with UUID ${uuid} is no longer valid. Remember to retrieve the ${what.toLowerCase()} again after reconnecting.`,
  );
