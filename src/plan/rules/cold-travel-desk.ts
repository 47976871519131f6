/**
 * Rules only for events that are not runs: cramps in the cold, a long flight, a day at the desk. Other files of this folder have more rules
 * for these events.
 */

import type { Rule } from './rule.ts';

/** Hours of a working day. After each of them there is a walk. */
const WORKING_HOURS = 8;

const coldCramps: readonly Rule[] = [
  {
    id: 'stretch-cramp',
    events: ['cold-cramps'],
    phase: 'first',
    when: { after: 0 },
    action: { kind: 'stretch', minutes: 3, manner: 'cramp', muscles: ['calves'] },
    askFirst: 'one-calf',
    why: 'cramp-stretch',
    sources: ['practice'],
  },
  {
    id: 'massage',
    events: ['cold-cramps'],
    phase: 'first',
    when: { after: 5 },
    action: {
      kind: 'massage',
      minutes: 3,
      depth: 'light',
      by: 'hands',
      muscles: ['calves'],
      secondsASpot: null,
    },
    askFirst: 'one-calf',
    why: 'cramp-massage',
    sources: ['practice'],
  },
  {
    id: 'warm',
    events: ['cold-cramps'],
    phase: 'first',
    when: { after: 10 },
    action: { kind: 'warm', minutes: 15 },
    why: 'cramp-warmth',
    sources: ['practice'],
  },
  {
    id: 'drink',
    events: ['cold-cramps'],
    phase: 'first',
    when: { after: 25 },
    action: { kind: 'drink', minutes: 5 },
    why: 'drink-to-thirst',
    sources: ['thirst'],
  },
  {
    id: 'walk-home',
    events: ['cold-cramps'],
    phase: 'first',
    when: { after: 30 },
    action: { kind: 'walk', minutes: 10, hourly: false },
    base: true,
    why: 'keep-moving',
    sources: ['practice', 'choice'],
  },
  {
    id: 'massage',
    events: ['cold-cramps'],
    phase: 'sore',
    when: { at: '20:15' },
    action: {
      kind: 'massage',
      minutes: 5,
      depth: 'light',
      by: 'hands',
      muscles: ['feet', 'calves'],
      secondsASpot: null,
    },
    why: 'cramp-massage',
    sources: ['practice'],
  },
];

const flight: readonly Rule[] = [
  {
    id: 'walk-home',
    events: ['flight'],
    phase: 'first',
    when: { after: 0 },
    action: { kind: 'walk', minutes: 10, hourly: false },
    base: true,
    why: 'keep-moving',
    sources: ['practice', 'choice'],
  },
  {
    id: 'drink',
    events: ['flight'],
    phase: 'first',
    when: { after: 15 },
    action: { kind: 'drink', minutes: 5 },
    why: 'drink-to-thirst',
    sources: ['choice'],
  },
  {
    id: 'walk-evening',
    events: ['flight'],
    phase: 'first',
    when: { at: '18:45' },
    notBefore: 240,
    action: { kind: 'walk', minutes: 10, hourly: false },
    why: 'keep-moving',
    sources: ['practice', 'choice'],
  },
];

const desk: readonly Rule[] = [
  {
    id: 'walk-hourly',
    events: ['desk'],
    phase: 'first',
    when: { after: 60 },
    repeats: WORKING_HOURS,
    action: { kind: 'walk', minutes: 1, hourly: true },
    base: true,
    why: 'desk-hourly',
    sources: ['practice', 'choice'],
  },
  {
    id: 'mobility',
    events: ['desk'],
    phase: 'first',
    when: { after: 245 },
    action: {
      kind: 'stretch',
      minutes: 5,
      manner: 'moving',
      muscles: ['ankles', 'calves', 'hips'],
    },
    why: 'mobility',
    sources: ['practice'],
  },
  {
    id: 'walk-evening',
    events: ['desk'],
    phase: 'first',
    when: { after: 60 * WORKING_HOURS + 15 },
    action: { kind: 'walk', minutes: 15, hourly: false },
    why: 'keep-moving',
    sources: ['practice', 'choice'],
  },
];

export const coldTravelDesk: readonly Rule[] = [...coldCramps, ...flight, ...desk];
