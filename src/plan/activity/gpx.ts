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
      const position = [attribute(attributes, 'lat'), attribute(attributes, 'lon')] as const;
      track.tells('distance', position.join(''));
      latitude = figure(position[0], ...possible.latitude);
      longitude = figure(position[1], ...possible.longitude);
      at = null;
      altitudeM = null;
      temperatureC = null;
    },
    close: (name, text) => {
      if (!inside) return;
      switch (name) {
        case 'time':
          track.tells('duration', text);
          at = instantOf(text);
          break;
        case 'ele':
          track.tells('ascent', text);
          altitudeM = figure(text, ...possible.altitude);
          break;
        case 'atemp':
        case 'temp':
          track.tells('temperature', text);
          temperatureC = figure(text, ...possible.temperature);
          break;
        case 'trkpt':
          inside = false;
          track.add({ at, latitude, longitude, altitudeM, temperatureC, distanceM: null });
      }
    },
  };
  return { reader, track };
}
