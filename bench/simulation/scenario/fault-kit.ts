import { type FaultStep, type NamedFault, simulate } from '@farebox/simulator';
import { faultTable } from '@farebox/simulator/fault-table';
import { faultNames } from '../../faults/steps.ts';

/** Faults that are not drawn, and why not. */
const leftOut: Readonly<Record<string, string>> = {
  'giant-line': 'writes megabytes: what a limit does with them is proven in packages/streaming',
  'endless-event': 'ends at a limit of megabytes only, as above',
  'endless-events': 'ends at a limit of megabytes only, as above',
  'endless-comments': 'ends at a limit of megabytes only, as above',
  'gzip-bomb': 'decodes to megabytes, as above',
  'huge-headers': 'writes a megabyte of headers for each request',
};

/** Every fault that the simulator has: it lists them where it is asked for one that it has not. */
const kitNames: readonly string[] = namesOf(messageFor({ fault: '?' } as never));

/** Those that are drawn. */
export const drawnNames = kitNames.filter((name) => leftOut[name] === undefined);

/** Whether the simulator takes a step: that each fault exists and reads what it is given. */
export function isTaken(step: FaultStep): boolean {
  return messageFor(step) === '';
}

/** The steps of the fault table that can be drawn, with their settings. */
export const tableSteps: readonly FaultStep[] = stepsOfTable();

function stepsOfTable(): FaultStep[] {
  const steps = faultTable.flatMap(({ cases }) => cases.flatMap(({ script }) => [...script]));
  const unlike = new Map(steps.map((step) => [JSON.stringify(step), step]));
  return [...unlike.values()].filter(
    (step) =>
      step !== 'ok' && faultNames(step).every((name) => drawnNames.includes(name)) && isTaken(step),
  );
}

function messageFor(step: FaultStep | NamedFault): string {
  try {
    simulate({ faults: [step] });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

function namesOf(message: string): string[] {
  const list = /it has (.+)\.$/.exec(message)?.[1];
  if (list === undefined) throw new Error(`The simulator lists no faults: ${message}`);
  return list.split(', ');
}
