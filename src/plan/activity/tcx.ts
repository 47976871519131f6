/** Reads the laps of a TCX file: points with a time, and perhaps position, altitude, and the distance that the watch has counted. */

import type { Moment } from '../time/wall-clock.ts';
import { figure, instantOf, possible } from './figures.ts';
import type { XmlReader } from './scan-xml.ts';
import { Track } from './track.ts';

export function tcxReader(): { readonly reader: XmlReader; readonly track: Track } {
  const track = new Track();
  let inside = false;
  let at: Moment | null = null;
  let latitude: number | null = null;
  let longitude: number | null = null;
  let altitudeM: number | null = null;
  let distanceM: number | null = null;
  const reader: XmlReader = {
    open: (name) => {
      if (name === 'Track') track.gap();
      if (name !== 'Trackpoint') return;
      inside = true;
      at = null;
      latitude = null;
      longitude = null;
      altitudeM = null;
      distanceM = null;
    },
    close: (name, text) => {
      if (!inside) return;
      switch (name) {
        case 'Time':
          track.tells('duration', text);
          at = instantOf(text);
          break;
        case 'LatitudeDegrees':
          track.tells('distance', text);
          latitude = figure(text, ...possible.latitude);
          break;
        case 'LongitudeDegrees':
          track.tells('distance', text);
          longitude = figure(text, ...possible.longitude);
          break;
        case 'AltitudeMeters':
          track.tells('ascent', text);
          altitudeM = figure(text, ...possible.altitude);
          break;
        case 'DistanceMeters':
          track.tells('distance', text);
          distanceM = figure(text, ...possible.distance);
          break;
        case 'Trackpoint':
          inside = false;
          track.add({ at, latitude, longitude, altitudeM, temperatureC: null, distanceM });
      }
    },
  };
  return { reader, track };
}
