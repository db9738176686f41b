/**
 * One model over a fleet of machines. A machine answers for itself only, so a gain on one and a loss on another are a
 * trade-off, as two indicators of one machine are ("The Efficiency Misnomer": hardware changes the order of models).
 */
import { relate, type Standing } from '../relation.js';
import { agreementsOf, countedDifferently } from './agreement.js';
import type { FleetMachine, FleetModel } from './fleet.js';
import { fleetSentence } from './fleet-sentence.js';
import type { Member, ModelOnMachine } from './member.js';
import { subjectOf } from './on-machine.js';

type Machine = Pick<FleetMachine, 'name' | 'required' | 'models'>;

/** Each model once, in the order of the first machine that has it. Pure. */
export function judgeFleet(models: readonly ModelOnMachine[], machines: readonly Machine[]): FleetModel[] {
  const subjects = [...new Set(models.map(subjectOf))];
  return subjects.map((subject) => {
    const found = new Map(
      models.filter((model) => subjectOf(model) === subject).map((model) => [model.machine, model]),
    );
    const members = machines.flatMap(({ name, required, models: planned }): Member[] => {
      const model = found.get(name) ?? null;
      const expected = planned === undefined || planned.includes(subject);
      return model === null && !expected ? [] : [{ machine: name, required, model }];
    });
    return judgeMembers(subject, members);
  });
}

function judgeMembers(subject: string, members: readonly Member[]): FleetModel {
  const relation = members.some(({ model }) => (model?.comparisons.length ?? 0) > 0)
    ? relateMembers(members).relation
    : null;
  const known = members.flatMap(({ machine, model }) =>
    model === null ? [] : [{ machine, comparisons: model.comparisons }],
  );
  return {
    model: subject,
    relation,
    sentence: fleetSentence(relation, members),
    machines: members.map(({ machine, required, model }) => ({
      machine,
      required,
      status: model?.status ?? 'absent',
      relation: model?.relation ?? null,
      setUp: model?.setUp ?? null,
    })),
    agreements: agreementsOf(members),
    warnings: countedDifferently(known),
  };
}

/**
 * The rule for one machine (relation.ts) over the indicators of all: each indicator of each machine is one of its own.
 * Needed are the required indicators of the required machines; of a machine without the model they are all missing.
 * Where no machine is required, all are.
 */
function relateMembers(members: readonly Member[]): Standing {
  const required = members.some((member) => member.required)
    ? members.filter((member) => member.required)
    : members;
  const needed = [...new Set(members.flatMap(({ model }) => model?.needed ?? []))];
  const neededOf = ({ model }: Member): readonly string[] =>
    model === null || model.comparisons.length === 0 ? needed : model.needed;
  return relate(
    members.flatMap(({ machine, model }) =>
      (model?.comparisons ?? []).map((comparison) => ({
        ...comparison,
        indicator: keyOf(machine, comparison.indicator),
      })),
    ),
    required.flatMap((member) => neededOf(member).map((id) => keyOf(member.machine, id))),
  );
}

const keyOf = (machine: string, indicator: string): string => JSON.stringify([machine, indicator]);
