export type { BilledRequest, Books, RequestEnd } from './books/books.js';
export type { ServedTier } from './books/tariff.js';
export type { FaultSetting, FaultSettings } from './faults/fault.js';
export { faultList, type ListedFault } from './faults/fault-list.js';
export type { FaultName } from './faults/faults.js';
export type { FaultStep, NamedFault } from './faults/script.js';
export type { Limits } from './limits/limits.js';
export type {
  AnswerRule,
  ScriptedAnswer,
  ScriptedReply,
  ScriptedToolCall,
} from './model/scripted-answer.js';
export { type InspectedRequest, type Inspector, inspect } from './recording/inspect.js';
export { type Recorder, type RecordOptions, record } from './recording/record.js';
export type {
  Exchange,
  RecordedChunk,
  RecordedRequest,
  RecordedResponse,
  Recording,
} from './recording/recording.js';
export { type ReplayOptions, replay } from './recording/replay.js';
export { type SimulateOptions, type Simulator, simulate } from './simulate.js';
export type { Pace } from './wire/pace.js';
