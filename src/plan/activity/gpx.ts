/**
 * Reads the tracks of a GPX file: points with a position, and perhaps time, altitude and temperature. Ignores routes, which are only
 * planned.
 */

import type { Moment } from '../time/wall-clock.ts';
import { attribute, figure, instantOf, possible } from './figures.ts';
import type { XmlReader } from './scan-xml.ts';
import { Track } from './track.ts';

export function gpxReader(): { readonly reader: XmlReader; readonly track: Track } {
  const track = new Track();
  let inside = false;
  let latitude: number | null = null;
  let longitude: number | null = null;
  let at: Moment | null = null;
  let altitudeM: number | null = null;
  let temperatureC: number | null = null;
  const reader: XmlReader = {
    open: (name, attributes) => {
      if (name === 'trkseg') track.gap();
      if (name !== 'trkpt') return;
      inside = true;
      latitude = figure(attribute(attributes, 'lat'), ...possible.latitude);
      longitude = figure(attribute(attributes, 'lon'), ...possible.longitude);
      at = null;
      altitudeM = null;
      temperatureC = null;
    },
    close: (name, text) => {
      if (!inside) return;
      if (name === 'time') at = instantOf(text);
      else if (name === 'ele') altitudeM = figure(text, ...possible.altitude);
      else if (name === 'atemp' || name === 'temp') temperatureC = figure(text, ...possible.temperature);
      else if (name === 'trkpt') {
        inside = false;
        track.add({ at, latitude, longitude, altitudeM, temperatureC, distanceM: null });
      }
    },
  };
  return { reader, track };
}
