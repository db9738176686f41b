#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CONFIG_PATH,
  COUNTED,
  EFFICIENCY_GATE_VERSION,
  NOT_MEASURED,
  STRIP_LEGEND,
  VERDICTS,
  asides,
  comparisonCells,
  controlNote,
  crossLogRatio,
  decideAtFirstProof,
  defaultConfig,
  describeSetUp,
  documentOf,
  enumerate,
  exitStatusOfReport,
  figure,
  formatDate,
  formatEffect,
  formatInterval,
  formatPercent,
  formatQuantity,
  formatRatio,
  gatePullRequest,
  headlineOf,
  indicator,
  inspectModel,
  judgeAgain,
  leastFavourableFirst,
  machineFacts,
  measurementFacts,
  namedOnly,
  nounOf,
  openReason,
  parseConfig,
  parseDeclared,
  parseReport,
  parseSetting,
  parseTolerances,
  planFiles,
  plural,
  policyOf,
  problemNote,
  provenanceNotes,
  provenanceOf,
  renderBadge,
  renderComment,
  runGate,
  settingsFor,
  signed,
  standingMark,
  supplementsOf,
  tailNote,
  tellWeightsRead,
  terminalText,
  toleranceNote,
  verdictMark,
  withOverrides,
  withServices,
  withoutOrderEffect,
  writeFiles
} from "./chunk-OHGHG2GK.js";
import "./chunk-25US6P5N.js";
import "./chunk-JV2KLCI5.js";
import "./chunk-4T6HM4J3.js";
import {
  EXIT,
  GateError,
  describeFailure,
  messageOf
} from "./chunk-CM6JH7KK.js";
import {
  external_exports
} from "./chunk-ERHK3PZI.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-NV5WPINZ.js";

// node_modules/commander/lib/error.js
var require_error = __commonJS({
  "node_modules/commander/lib/error.js"(exports) {
    var CommanderError2 = class extends Error {
      /**
       * Constructs the CommanderError class
       * @param {number} exitCode suggested exit code which could be used with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       */
      constructor(exitCode, code, message) {
        super(message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
        this.code = code;
        this.exitCode = exitCode;
        this.nestedError = void 0;
      }
    };
    var InvalidArgumentError2 = class extends CommanderError2 {
      /**
       * Constructs the InvalidArgumentError class
       * @param {string} [message] explanation of why argument is invalid
       */
      constructor(message) {
        super(1, "commander.invalidArgument", message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
      }
    };
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/lib/argument.js
var require_argument = __commonJS({
  "node_modules/commander/lib/argument.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Argument2 = class {
      /**
       * Initialize a new command argument with the given name and description.
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @param {string} name
       * @param {string} [description]
       */
      constructor(name, description) {
        this.description = description || "";
        this.variadic = false;
        this.parseArg = void 0;
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.argChoices = void 0;
        switch (name[0]) {
          case "<":
            this.required = true;
            this._name = name.slice(1, -1);
            break;
          case "[":
            this.required = false;
            this._name = name.slice(1, -1);
            break;
          default:
            this.required = true;
            this._name = name;
            break;
        }
        if (this._name.endsWith("...")) {
          this.variadic = true;
          this._name = this._name.slice(0, -3);
        }
      }
      /**
       * Return argument name.
       *
       * @return {string}
       */
      name() {
        return this._name;
      }
      /**
       * @package
       */
      _collectValue(value2, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value2];
        }
        previous.push(value2);
        return previous;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Argument}
       */
      default(value2, description) {
        this.defaultValue = value2;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Set the custom handler for processing CLI command arguments into argument values.
       *
       * @param {Function} [fn]
       * @return {Argument}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Only allow argument value to be one of choices.
       *
       * @param {string[]} values
       * @return {Argument}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Make argument required.
       *
       * @returns {Argument}
       */
      argRequired() {
        this.required = true;
        return this;
      }
      /**
       * Make argument optional.
       *
       * @returns {Argument}
       */
      argOptional() {
        this.required = false;
        return this;
      }
    };
    function humanReadableArgName(arg) {
      const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
      return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
    }
    exports.Argument = Argument2;
    exports.humanReadableArgName = humanReadableArgName;
  }
});

// node_modules/commander/lib/help.js
var require_help = __commonJS({
  "node_modules/commander/lib/help.js"(exports) {
    var { humanReadableArgName } = require_argument();
    var Help2 = class {
      constructor() {
        this.helpWidth = void 0;
        this.minWidthToWrap = 40;
        this.sortSubcommands = false;
        this.sortOptions = false;
        this.showGlobalOptions = false;
      }
      /**
       * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
       * and just before calling `formatHelp()`.
       *
       * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
       *
       * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
       */
      prepareContext(contextOptions) {
        this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
      }
      /**
       * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
       *
       * @param {Command} cmd
       * @returns {Command[]}
       */
      visibleCommands(cmd) {
        const visibleCommands = cmd.commands.filter((cmd2) => !cmd2._hidden);
        const helpCommand = cmd._getHelpCommand();
        if (helpCommand && !helpCommand._hidden) {
          visibleCommands.push(helpCommand);
        }
        if (this.sortSubcommands) {
          visibleCommands.sort((a, b) => {
            return a.name().localeCompare(b.name());
          });
        }
        return visibleCommands;
      }
      /**
       * Compare options for sort.
       *
       * @param {Option} a
       * @param {Option} b
       * @returns {number}
       */
      compareOptions(a, b) {
        const getSortKey = (option) => {
          return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
        };
        return getSortKey(a).localeCompare(getSortKey(b));
      }
      /**
       * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleOptions(cmd) {
        const visibleOptions = cmd.options.filter((option) => !option.hidden);
        const helpOption = cmd._getHelpOption();
        if (helpOption && !helpOption.hidden) {
          const removeShort = helpOption.short && cmd._findOption(helpOption.short);
          const removeLong = helpOption.long && cmd._findOption(helpOption.long);
          if (!removeShort && !removeLong) {
            visibleOptions.push(helpOption);
          } else if (helpOption.long && !removeLong) {
            visibleOptions.push(
              cmd.createOption(helpOption.long, helpOption.description)
            );
          } else if (helpOption.short && !removeShort) {
            visibleOptions.push(
              cmd.createOption(helpOption.short, helpOption.description)
            );
          }
        }
        if (this.sortOptions) {
          visibleOptions.sort(this.compareOptions);
        }
        return visibleOptions;
      }
      /**
       * Get an array of the visible global options. (Not including help.)
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleGlobalOptions(cmd) {
        if (!this.showGlobalOptions) return [];
        const globalOptions = [];
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          const visibleOptions = ancestorCmd.options.filter(
            (option) => !option.hidden
          );
          globalOptions.push(...visibleOptions);
        }
        if (this.sortOptions) {
          globalOptions.sort(this.compareOptions);
        }
        return globalOptions;
      }
      /**
       * Get an array of the arguments if any have a description.
       *
       * @param {Command} cmd
       * @returns {Argument[]}
       */
      visibleArguments(cmd) {
        if (cmd._argsDescription) {
          cmd.registeredArguments.forEach((argument) => {
            argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
          });
        }
        if (cmd.registeredArguments.find((argument) => argument.description)) {
          return cmd.registeredArguments;
        }
        return [];
      }
      /**
       * Get the command term to show in the list of subcommands.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandTerm(cmd) {
        const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
        return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + // simplistic check for non-help option
        (args ? " " + args : "");
      }
      /**
       * Get the option term to show in the list of options.
       *
       * @param {Option} option
       * @returns {string}
       */
      optionTerm(option) {
        return option.flags;
      }
      /**
       * Get the argument term to show in the list of arguments.
       *
       * @param {Argument} argument
       * @returns {string}
       */
      argumentTerm(argument) {
        return argument.name();
      }
      /**
       * Get the longest command term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestSubcommandTermLength(cmd, helper) {
        return helper.visibleCommands(cmd).reduce((max, command) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleSubcommandTerm(helper.subcommandTerm(command))
            )
          );
        }, 0);
      }
      /**
       * Get the longest option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestOptionTermLength(cmd, helper) {
        return helper.visibleOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest global option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestGlobalOptionTermLength(cmd, helper) {
        return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest argument term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestArgumentTermLength(cmd, helper) {
        return helper.visibleArguments(cmd).reduce((max, argument) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleArgumentTerm(helper.argumentTerm(argument))
            )
          );
        }, 0);
      }
      /**
       * Get the command usage to be displayed at the top of the built-in help.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandUsage(cmd) {
        let cmdName = cmd._name;
        if (cmd._aliases[0]) {
          cmdName = cmdName + "|" + cmd._aliases[0];
        }
        let ancestorCmdNames = "";
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
        }
        return ancestorCmdNames + cmdName + " " + cmd.usage();
      }
      /**
       * Get the description for the command.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandDescription(cmd) {
        return cmd.description();
      }
      /**
       * Get the subcommand summary to show in the list of subcommands.
       * (Fallback to description for backwards compatibility.)
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandDescription(cmd) {
        return cmd.summary() || cmd.description();
      }
      /**
       * Get the option description to show in the list of options.
       *
       * @param {Option} option
       * @return {string}
       */
      optionDescription(option) {
        const extraInfo = [];
        if (option.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (option.defaultValue !== void 0) {
          const showDefault = option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean";
          if (showDefault) {
            extraInfo.push(
              `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`
            );
          }
        }
        if (option.presetArg !== void 0 && option.optional) {
          extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
        }
        if (option.envVar !== void 0) {
          extraInfo.push(`env: ${option.envVar}`);
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (option.description) {
            return `${option.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return option.description;
      }
      /**
       * Get the argument description to show in the list of arguments.
       *
       * @param {Argument} argument
       * @return {string}
       */
      argumentDescription(argument) {
        const extraInfo = [];
        if (argument.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (argument.defaultValue !== void 0) {
          extraInfo.push(
            `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`
          );
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (argument.description) {
            return `${argument.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return argument.description;
      }
      /**
       * Format a list of items, given a heading and an array of formatted items.
       *
       * @param {string} heading
       * @param {string[]} items
       * @param {Help} helper
       * @returns string[]
       */
      formatItemList(heading, items, helper) {
        if (items.length === 0) return [];
        return [helper.styleTitle(heading), ...items, ""];
      }
      /**
       * Group items by their help group heading.
       *
       * @param {Command[] | Option[]} unsortedItems
       * @param {Command[] | Option[]} visibleItems
       * @param {Function} getGroup
       * @returns {Map<string, Command[] | Option[]>}
       */
      groupItems(unsortedItems, visibleItems, getGroup) {
        const result = /* @__PURE__ */ new Map();
        unsortedItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) result.set(group, []);
        });
        visibleItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) {
            result.set(group, []);
          }
          result.get(group).push(item);
        });
        return result;
      }
      /**
       * Generate the built-in help text.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {string}
       */
      formatHelp(cmd, helper) {
        const termWidth = helper.padWidth(cmd, helper);
        const helpWidth = helper.helpWidth ?? 80;
        function callFormatItem(term, description) {
          return helper.formatItem(term, termWidth, description, helper);
        }
        let output = [
          `${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`,
          ""
        ];
        const commandDescription = helper.commandDescription(cmd);
        if (commandDescription.length > 0) {
          output = output.concat([
            helper.boxWrap(
              helper.styleCommandDescription(commandDescription),
              helpWidth
            ),
            ""
          ]);
        }
        const argumentList = helper.visibleArguments(cmd).map((argument) => {
          return callFormatItem(
            helper.styleArgumentTerm(helper.argumentTerm(argument)),
            helper.styleArgumentDescription(helper.argumentDescription(argument))
          );
        });
        output = output.concat(
          this.formatItemList("Arguments:", argumentList, helper)
        );
        const optionGroups = this.groupItems(
          cmd.options,
          helper.visibleOptions(cmd),
          (option) => option.helpGroupHeading ?? "Options:"
        );
        optionGroups.forEach((options, group) => {
          const optionList = options.map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(this.formatItemList(group, optionList, helper));
        });
        if (helper.showGlobalOptions) {
          const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(
            this.formatItemList("Global Options:", globalOptionList, helper)
          );
        }
        const commandGroups = this.groupItems(
          cmd.commands,
          helper.visibleCommands(cmd),
          (sub) => sub.helpGroup() || "Commands:"
        );
        commandGroups.forEach((commands, group) => {
          const commandList = commands.map((sub) => {
            return callFormatItem(
              helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
              helper.styleSubcommandDescription(helper.subcommandDescription(sub))
            );
          });
          output = output.concat(this.formatItemList(group, commandList, helper));
        });
        return output.join("\n");
      }
      /**
       * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
       *
       * @param {string} str
       * @returns {number}
       */
      displayWidth(str) {
        return stripColor(str).length;
      }
      /**
       * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
       *
       * @param {string} str
       * @returns {string}
       */
      styleTitle(str) {
        return str;
      }
      styleUsage(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word === "[command]") return this.styleSubcommandText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleCommandText(word);
        }).join(" ");
      }
      styleCommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleOptionDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleSubcommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleArgumentDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleDescriptionText(str) {
        return str;
      }
      styleOptionTerm(str) {
        return this.styleOptionText(str);
      }
      styleSubcommandTerm(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleSubcommandText(word);
        }).join(" ");
      }
      styleArgumentTerm(str) {
        return this.styleArgumentText(str);
      }
      styleOptionText(str) {
        return str;
      }
      styleArgumentText(str) {
        return str;
      }
      styleSubcommandText(str) {
        return str;
      }
      styleCommandText(str) {
        return str;
      }
      /**
       * Calculate the pad width from the maximum term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      padWidth(cmd, helper) {
        return Math.max(
          helper.longestOptionTermLength(cmd, helper),
          helper.longestGlobalOptionTermLength(cmd, helper),
          helper.longestSubcommandTermLength(cmd, helper),
          helper.longestArgumentTermLength(cmd, helper)
        );
      }
      /**
       * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
       *
       * @param {string} str
       * @returns {boolean}
       */
      preformatted(str) {
        return /\n[^\S\r\n]/.test(str);
      }
      /**
       * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
       *
       * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
       *   TTT  DDD DDDD
       *        DD DDD
       *
       * @param {string} term
       * @param {number} termWidth
       * @param {string} description
       * @param {Help} helper
       * @returns {string}
       */
      formatItem(term, termWidth, description, helper) {
        const itemIndent = 2;
        const itemIndentStr = " ".repeat(itemIndent);
        if (!description) return itemIndentStr + term;
        const paddedTerm = term.padEnd(
          termWidth + term.length - helper.displayWidth(term)
        );
        const spacerWidth = 2;
        const helpWidth = this.helpWidth ?? 80;
        const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
        let formattedDescription;
        if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) {
          formattedDescription = description;
        } else {
          const wrappedDescription = helper.boxWrap(description, remainingWidth);
          formattedDescription = wrappedDescription.replace(
            /\n/g,
            "\n" + " ".repeat(termWidth + spacerWidth)
          );
        }
        return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `
${itemIndentStr}`);
      }
      /**
       * Wrap a string at whitespace, preserving existing line breaks.
       * Wrapping is skipped if the width is less than `minWidthToWrap`.
       *
       * @param {string} str
       * @param {number} width
       * @returns {string}
       */
      boxWrap(str, width) {
        if (width < this.minWidthToWrap) return str;
        const rawLines = str.split(/\r\n|\n/);
        const chunkPattern = /[\s]*[^\s]+/g;
        const wrappedLines = [];
        rawLines.forEach((line) => {
          const chunks = line.match(chunkPattern);
          if (chunks === null) {
            wrappedLines.push("");
            return;
          }
          let sumChunks = [chunks.shift()];
          let sumWidth = this.displayWidth(sumChunks[0]);
          chunks.forEach((chunk) => {
            const visibleWidth = this.displayWidth(chunk);
            if (sumWidth + visibleWidth <= width) {
              sumChunks.push(chunk);
              sumWidth += visibleWidth;
              return;
            }
            wrappedLines.push(sumChunks.join(""));
            const nextChunk = chunk.trimStart();
            sumChunks = [nextChunk];
            sumWidth = this.displayWidth(nextChunk);
          });
          wrappedLines.push(sumChunks.join(""));
        });
        return wrappedLines.join("\n");
      }
    };
    function stripColor(str) {
      const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
      return str.replace(sgrPattern, "");
    }
    exports.Help = Help2;
    exports.stripColor = stripColor;
  }
});

// node_modules/commander/lib/option.js
var require_option = __commonJS({
  "node_modules/commander/lib/option.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Option2 = class {
      /**
       * Initialize a new `Option` with the given `flags` and `description`.
       *
       * @param {string} flags
       * @param {string} [description]
       */
      constructor(flags, description) {
        this.flags = flags;
        this.description = description || "";
        this.required = flags.includes("<");
        this.optional = flags.includes("[");
        this.variadic = /\w\.\.\.[>\]]$/.test(flags);
        this.mandatory = false;
        const optionFlags = splitOptionFlags(flags);
        this.short = optionFlags.shortFlag;
        this.long = optionFlags.longFlag;
        this.negate = false;
        if (this.long) {
          this.negate = this.long.startsWith("--no-");
        }
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.presetArg = void 0;
        this.envVar = void 0;
        this.parseArg = void 0;
        this.hidden = false;
        this.argChoices = void 0;
        this.conflictsWith = [];
        this.implied = void 0;
        this.helpGroupHeading = void 0;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Option}
       */
      default(value2, description) {
        this.defaultValue = value2;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Preset to use when option used without option-argument, especially optional but also boolean and negated.
       * The custom processing (parseArg) is called.
       *
       * @example
       * new Option('--color').default('GREYSCALE').preset('RGB');
       * new Option('--donate [amount]').preset('20').argParser(parseFloat);
       *
       * @param {*} arg
       * @return {Option}
       */
      preset(arg) {
        this.presetArg = arg;
        return this;
      }
      /**
       * Add option name(s) that conflict with this option.
       * An error will be displayed if conflicting options are found during parsing.
       *
       * @example
       * new Option('--rgb').conflicts('cmyk');
       * new Option('--js').conflicts(['ts', 'jsx']);
       *
       * @param {(string | string[])} names
       * @return {Option}
       */
      conflicts(names) {
        this.conflictsWith = this.conflictsWith.concat(names);
        return this;
      }
      /**
       * Specify implied option values for when this option is set and the implied options are not.
       *
       * The custom processing (parseArg) is not called on the implied values.
       *
       * @example
       * program
       *   .addOption(new Option('--log', 'write logging information to file'))
       *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
       *
       * @param {object} impliedOptionValues
       * @return {Option}
       */
      implies(impliedOptionValues) {
        let newImplied = impliedOptionValues;
        if (typeof impliedOptionValues === "string") {
          newImplied = { [impliedOptionValues]: true };
        }
        this.implied = Object.assign(this.implied || {}, newImplied);
        return this;
      }
      /**
       * Set environment variable to check for option value.
       *
       * An environment variable is only used if when processed the current option value is
       * undefined, or the source of the current value is 'default' or 'config' or 'env'.
       *
       * @param {string} name
       * @return {Option}
       */
      env(name) {
        this.envVar = name;
        return this;
      }
      /**
       * Set the custom handler for processing CLI option arguments into option values.
       *
       * @param {Function} [fn]
       * @return {Option}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Whether the option is mandatory and must have a value after parsing.
       *
       * @param {boolean} [mandatory=true]
       * @return {Option}
       */
      makeOptionMandatory(mandatory = true) {
        this.mandatory = !!mandatory;
        return this;
      }
      /**
       * Hide option in help.
       *
       * @param {boolean} [hide=true]
       * @return {Option}
       */
      hideHelp(hide = true) {
        this.hidden = !!hide;
        return this;
      }
      /**
       * @package
       */
      _collectValue(value2, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value2];
        }
        previous.push(value2);
        return previous;
      }
      /**
       * Only allow option value to be one of choices.
       *
       * @param {string[]} values
       * @return {Option}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Return option name.
       *
       * @return {string}
       */
      name() {
        if (this.long) {
          return this.long.replace(/^--/, "");
        }
        return this.short.replace(/^-/, "");
      }
      /**
       * Return option name, in a camelcase format that can be used
       * as an object attribute key.
       *
       * @return {string}
       */
      attributeName() {
        if (this.negate) {
          return camelcase(this.name().replace(/^no-/, ""));
        }
        return camelcase(this.name());
      }
      /**
       * Set the help group heading.
       *
       * @param {string} heading
       * @return {Option}
       */
      helpGroup(heading) {
        this.helpGroupHeading = heading;
        return this;
      }
      /**
       * Check if `arg` matches the short or long flag.
       *
       * @param {string} arg
       * @return {boolean}
       * @package
       */
      is(arg) {
        return this.short === arg || this.long === arg;
      }
      /**
       * Return whether a boolean option.
       *
       * Options are one of boolean, negated, required argument, or optional argument.
       *
       * @return {boolean}
       * @package
       */
      isBoolean() {
        return !this.required && !this.optional && !this.negate;
      }
    };
    var DualOptions = class {
      /**
       * @param {Option[]} options
       */
      constructor(options) {
        this.positiveOptions = /* @__PURE__ */ new Map();
        this.negativeOptions = /* @__PURE__ */ new Map();
        this.dualOptions = /* @__PURE__ */ new Set();
        options.forEach((option) => {
          if (option.negate) {
            this.negativeOptions.set(option.attributeName(), option);
          } else {
            this.positiveOptions.set(option.attributeName(), option);
          }
        });
        this.negativeOptions.forEach((value2, key) => {
          if (this.positiveOptions.has(key)) {
            this.dualOptions.add(key);
          }
        });
      }
      /**
       * Did the value come from the option, and not from possible matching dual option?
       *
       * @param {*} value
       * @param {Option} option
       * @returns {boolean}
       */
      valueFromOption(value2, option) {
        const optionKey = option.attributeName();
        if (!this.dualOptions.has(optionKey)) return true;
        const preset = this.negativeOptions.get(optionKey).presetArg;
        const negativeValue = preset !== void 0 ? preset : false;
        return option.negate === (negativeValue === value2);
      }
    };
    function camelcase(str) {
      return str.split("-").reduce((str2, word) => {
        return str2 + word[0].toUpperCase() + word.slice(1);
      });
    }
    function splitOptionFlags(flags) {
      let shortFlag;
      let longFlag;
      const shortFlagExp = /^-[^-]$/;
      const longFlagExp = /^--[^-]/;
      const flagParts = flags.split(/[ |,]+/).concat("guard");
      if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
      if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
      if (!shortFlag && shortFlagExp.test(flagParts[0]))
        shortFlag = flagParts.shift();
      if (!shortFlag && longFlagExp.test(flagParts[0])) {
        shortFlag = longFlag;
        longFlag = flagParts.shift();
      }
      if (flagParts[0].startsWith("-")) {
        const unsupportedFlag = flagParts[0];
        const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
        if (/^-[^-][^-]/.test(unsupportedFlag))
          throw new Error(
            `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`
          );
        if (shortFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many short flags`);
        if (longFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many long flags`);
        throw new Error(`${baseError}
- unrecognised flag format`);
      }
      if (shortFlag === void 0 && longFlag === void 0)
        throw new Error(
          `option creation failed due to no flags found in '${flags}'.`
        );
      return { shortFlag, longFlag };
    }
    exports.Option = Option2;
    exports.DualOptions = DualOptions;
  }
});

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = __commonJS({
  "node_modules/commander/lib/suggestSimilar.js"(exports) {
    var maxDistance = 3;
    function editDistance(a, b) {
      if (Math.abs(a.length - b.length) > maxDistance)
        return Math.max(a.length, b.length);
      const d = [];
      for (let i = 0; i <= a.length; i++) {
        d[i] = [i];
      }
      for (let j = 0; j <= b.length; j++) {
        d[0][j] = j;
      }
      for (let j = 1; j <= b.length; j++) {
        for (let i = 1; i <= a.length; i++) {
          let cost = 1;
          if (a[i - 1] === b[j - 1]) {
            cost = 0;
          } else {
            cost = 1;
          }
          d[i][j] = Math.min(
            d[i - 1][j] + 1,
            // deletion
            d[i][j - 1] + 1,
            // insertion
            d[i - 1][j - 1] + cost
            // substitution
          );
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
            d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
          }
        }
      }
      return d[a.length][b.length];
    }
    function suggestSimilar(word, candidates) {
      if (!candidates || candidates.length === 0) return "";
      candidates = Array.from(new Set(candidates));
      const searchingOptions = word.startsWith("--");
      if (searchingOptions) {
        word = word.slice(2);
        candidates = candidates.map((candidate) => candidate.slice(2));
      }
      let similar = [];
      let bestDistance = maxDistance;
      const minSimilarity = 0.4;
      candidates.forEach((candidate) => {
        if (candidate.length <= 1) return;
        const distance = editDistance(word, candidate);
        const length = Math.max(word.length, candidate.length);
        const similarity = (length - distance) / length;
        if (similarity > minSimilarity) {
          if (distance < bestDistance) {
            bestDistance = distance;
            similar = [candidate];
          } else if (distance === bestDistance) {
            similar.push(candidate);
          }
        }
      });
      similar.sort((a, b) => a.localeCompare(b));
      if (searchingOptions) {
        similar = similar.map((candidate) => `--${candidate}`);
      }
      if (similar.length > 1) {
        return `
(Did you mean one of ${similar.join(", ")}?)`;
      }
      if (similar.length === 1) {
        return `
(Did you mean ${similar[0]}?)`;
      }
      return "";
    }
    exports.suggestSimilar = suggestSimilar;
  }
});

// node_modules/commander/lib/command.js
var require_command = __commonJS({
  "node_modules/commander/lib/command.js"(exports) {
    var EventEmitter = __require("node:events").EventEmitter;
    var childProcess = __require("node:child_process");
    var path6 = __require("node:path");
    var fs = __require("node:fs");
    var process2 = __require("node:process");
    var { Argument: Argument2, humanReadableArgName } = require_argument();
    var { CommanderError: CommanderError2 } = require_error();
    var { Help: Help2, stripColor } = require_help();
    var { Option: Option2, DualOptions } = require_option();
    var { suggestSimilar } = require_suggestSimilar();
    var Command2 = class _Command extends EventEmitter {
      /**
       * Initialize a new `Command`.
       *
       * @param {string} [name]
       */
      constructor(name) {
        super();
        this.commands = [];
        this.options = [];
        this.parent = null;
        this._allowUnknownOption = false;
        this._allowExcessArguments = false;
        this.registeredArguments = [];
        this._args = this.registeredArguments;
        this.args = [];
        this.rawArgs = [];
        this.processedArgs = [];
        this._scriptPath = null;
        this._name = name || "";
        this._optionValues = {};
        this._optionValueSources = {};
        this._storeOptionsAsProperties = false;
        this._actionHandler = null;
        this._executableHandler = false;
        this._executableFile = null;
        this._executableDir = null;
        this._defaultCommandName = null;
        this._exitCallback = null;
        this._aliases = [];
        this._combineFlagAndOptionalValue = true;
        this._description = "";
        this._summary = "";
        this._argsDescription = void 0;
        this._enablePositionalOptions = false;
        this._passThroughOptions = false;
        this._lifeCycleHooks = {};
        this._showHelpAfterError = false;
        this._showSuggestionAfterError = true;
        this._savedState = null;
        this._outputConfiguration = {
          writeOut: (str) => process2.stdout.write(str),
          writeErr: (str) => process2.stderr.write(str),
          outputError: (str, write) => write(str),
          getOutHelpWidth: () => process2.stdout.isTTY ? process2.stdout.columns : void 0,
          getErrHelpWidth: () => process2.stderr.isTTY ? process2.stderr.columns : void 0,
          getOutHasColors: () => useColor() ?? (process2.stdout.isTTY && process2.stdout.hasColors?.()),
          getErrHasColors: () => useColor() ?? (process2.stderr.isTTY && process2.stderr.hasColors?.()),
          stripColor: (str) => stripColor(str)
        };
        this._hidden = false;
        this._helpOption = void 0;
        this._addImplicitHelpCommand = void 0;
        this._helpCommand = void 0;
        this._helpConfiguration = {};
        this._helpGroupHeading = void 0;
        this._defaultCommandGroup = void 0;
        this._defaultOptionGroup = void 0;
      }
      /**
       * Copy settings that are useful to have in common across root command and subcommands.
       *
       * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
       *
       * @param {Command} sourceCommand
       * @return {Command} `this` command for chaining
       */
      copyInheritedSettings(sourceCommand) {
        this._outputConfiguration = sourceCommand._outputConfiguration;
        this._helpOption = sourceCommand._helpOption;
        this._helpCommand = sourceCommand._helpCommand;
        this._helpConfiguration = sourceCommand._helpConfiguration;
        this._exitCallback = sourceCommand._exitCallback;
        this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
        this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
        this._allowExcessArguments = sourceCommand._allowExcessArguments;
        this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
        this._showHelpAfterError = sourceCommand._showHelpAfterError;
        this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
        return this;
      }
      /**
       * @returns {Command[]}
       * @private
       */
      _getCommandAndAncestors() {
        const result = [];
        for (let command = this; command; command = command.parent) {
          result.push(command);
        }
        return result;
      }
      /**
       * Define a command.
       *
       * There are two styles of command: pay attention to where to put the description.
       *
       * @example
       * // Command implemented using action handler (description is supplied separately to `.command`)
       * program
       *   .command('clone <source> [destination]')
       *   .description('clone a repository into a newly created directory')
       *   .action((source, destination) => {
       *     console.log('clone command called');
       *   });
       *
       * // Command implemented using separate executable file (description is second parameter to `.command`)
       * program
       *   .command('start <service>', 'start named service')
       *   .command('stop [service]', 'stop named service, or all if no name supplied');
       *
       * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
       * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
       * @param {object} [execOpts] - configuration options (for executable)
       * @return {Command} returns new command for action handler, or `this` for executable command
       */
      command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
        let desc = actionOptsOrExecDesc;
        let opts = execOpts;
        if (typeof desc === "object" && desc !== null) {
          opts = desc;
          desc = null;
        }
        opts = opts || {};
        const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const cmd = this.createCommand(name);
        if (desc) {
          cmd.description(desc);
          cmd._executableHandler = true;
        }
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        cmd._hidden = !!(opts.noHelp || opts.hidden);
        cmd._executableFile = opts.executableFile || null;
        if (args) cmd.arguments(args);
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd.copyInheritedSettings(this);
        if (desc) return this;
        return cmd;
      }
      /**
       * Factory routine to create a new unattached command.
       *
       * See .command() for creating an attached subcommand, which uses this routine to
       * create the command. You can override createCommand to customise subcommands.
       *
       * @param {string} [name]
       * @return {Command} new command
       */
      createCommand(name) {
        return new _Command(name);
      }
      /**
       * You can customise the help with a subclass of Help by overriding createHelp,
       * or by overriding Help properties using configureHelp().
       *
       * @return {Help}
       */
      createHelp() {
        return Object.assign(new Help2(), this.configureHelp());
      }
      /**
       * You can customise the help by overriding Help properties using configureHelp(),
       * or with a subclass of Help by overriding createHelp().
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureHelp(configuration) {
        if (configuration === void 0) return this._helpConfiguration;
        this._helpConfiguration = configuration;
        return this;
      }
      /**
       * The default output goes to stdout and stderr. You can customise this for special
       * applications. You can also customise the display of errors by overriding outputError.
       *
       * The configuration properties are all functions:
       *
       *     // change how output being written, defaults to stdout and stderr
       *     writeOut(str)
       *     writeErr(str)
       *     // change how output being written for errors, defaults to writeErr
       *     outputError(str, write) // used for displaying errors and not used for displaying help
       *     // specify width for wrapping help
       *     getOutHelpWidth()
       *     getErrHelpWidth()
       *     // color support, currently only used with Help
       *     getOutHasColors()
       *     getErrHasColors()
       *     stripColor() // used to remove ANSI escape codes if output does not have colors
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureOutput(configuration) {
        if (configuration === void 0) return this._outputConfiguration;
        this._outputConfiguration = {
          ...this._outputConfiguration,
          ...configuration
        };
        return this;
      }
      /**
       * Display the help or a custom message after an error occurs.
       *
       * @param {(boolean|string)} [displayHelp]
       * @return {Command} `this` command for chaining
       */
      showHelpAfterError(displayHelp = true) {
        if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
        this._showHelpAfterError = displayHelp;
        return this;
      }
      /**
       * Display suggestion of similar commands for unknown commands, or options for unknown options.
       *
       * @param {boolean} [displaySuggestion]
       * @return {Command} `this` command for chaining
       */
      showSuggestionAfterError(displaySuggestion = true) {
        this._showSuggestionAfterError = !!displaySuggestion;
        return this;
      }
      /**
       * Add a prepared subcommand.
       *
       * See .command() for creating an attached subcommand which inherits settings from its parent.
       *
       * @param {Command} cmd - new subcommand
       * @param {object} [opts] - configuration options
       * @return {Command} `this` command for chaining
       */
      addCommand(cmd, opts) {
        if (!cmd._name) {
          throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
        }
        opts = opts || {};
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        if (opts.noHelp || opts.hidden) cmd._hidden = true;
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd._checkForBrokenPassThrough();
        return this;
      }
      /**
       * Factory routine to create a new unattached argument.
       *
       * See .argument() for creating an attached argument, which uses this routine to
       * create the argument. You can override createArgument to return a custom argument.
       *
       * @param {string} name
       * @param {string} [description]
       * @return {Argument} new argument
       */
      createArgument(name, description) {
        return new Argument2(name, description);
      }
      /**
       * Define argument syntax for command.
       *
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @example
       * program.argument('<input-file>');
       * program.argument('[output-file]');
       *
       * @param {string} name
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom argument processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      argument(name, description, parseArg, defaultValue) {
        const argument = this.createArgument(name, description);
        if (typeof parseArg === "function") {
          argument.default(defaultValue).argParser(parseArg);
        } else {
          argument.default(parseArg);
        }
        this.addArgument(argument);
        return this;
      }
      /**
       * Define argument syntax for command, adding multiple at once (without descriptions).
       *
       * See also .argument().
       *
       * @example
       * program.arguments('<cmd> [env]');
       *
       * @param {string} names
       * @return {Command} `this` command for chaining
       */
      arguments(names) {
        names.trim().split(/ +/).forEach((detail) => {
          this.argument(detail);
        });
        return this;
      }
      /**
       * Define argument syntax for command, adding a prepared argument.
       *
       * @param {Argument} argument
       * @return {Command} `this` command for chaining
       */
      addArgument(argument) {
        const previousArgument = this.registeredArguments.slice(-1)[0];
        if (previousArgument?.variadic) {
          throw new Error(
            `only the last argument can be variadic '${previousArgument.name()}'`
          );
        }
        if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) {
          throw new Error(
            `a default value for a required argument is never used: '${argument.name()}'`
          );
        }
        this.registeredArguments.push(argument);
        return this;
      }
      /**
       * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
       *
       * @example
       *    program.helpCommand('help [cmd]');
       *    program.helpCommand('help [cmd]', 'show help');
       *    program.helpCommand(false); // suppress default help command
       *    program.helpCommand(true); // add help command even if no subcommands
       *
       * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
       * @param {string} [description] - custom description
       * @return {Command} `this` command for chaining
       */
      helpCommand(enableOrNameAndArgs, description) {
        if (typeof enableOrNameAndArgs === "boolean") {
          this._addImplicitHelpCommand = enableOrNameAndArgs;
          if (enableOrNameAndArgs && this._defaultCommandGroup) {
            this._initCommandGroup(this._getHelpCommand());
          }
          return this;
        }
        const nameAndArgs = enableOrNameAndArgs ?? "help [command]";
        const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const helpDescription = description ?? "display help for command";
        const helpCommand = this.createCommand(helpName);
        helpCommand.helpOption(false);
        if (helpArgs) helpCommand.arguments(helpArgs);
        if (helpDescription) helpCommand.description(helpDescription);
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Add prepared custom help command.
       *
       * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
       * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
       * @return {Command} `this` command for chaining
       */
      addHelpCommand(helpCommand, deprecatedDescription) {
        if (typeof helpCommand !== "object") {
          this.helpCommand(helpCommand, deprecatedDescription);
          return this;
        }
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Lazy create help command.
       *
       * @return {(Command|null)}
       * @package
       */
      _getHelpCommand() {
        const hasImplicitHelpCommand = this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"));
        if (hasImplicitHelpCommand) {
          if (this._helpCommand === void 0) {
            this.helpCommand(void 0, void 0);
          }
          return this._helpCommand;
        }
        return null;
      }
      /**
       * Add hook for life cycle event.
       *
       * @param {string} event
       * @param {Function} listener
       * @return {Command} `this` command for chaining
       */
      hook(event, listener) {
        const allowedValues = ["preSubcommand", "preAction", "postAction"];
        if (!allowedValues.includes(event)) {
          throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        if (this._lifeCycleHooks[event]) {
          this._lifeCycleHooks[event].push(listener);
        } else {
          this._lifeCycleHooks[event] = [listener];
        }
        return this;
      }
      /**
       * Register callback to use as replacement for calling process.exit.
       *
       * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
       * @return {Command} `this` command for chaining
       */
      exitOverride(fn) {
        if (fn) {
          this._exitCallback = fn;
        } else {
          this._exitCallback = (err) => {
            if (err.code !== "commander.executeSubCommandAsync") {
              throw err;
            } else {
            }
          };
        }
        return this;
      }
      /**
       * Call process.exit, and _exitCallback if defined.
       *
       * @param {number} exitCode exit code for using with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       * @return never
       * @private
       */
      _exit(exitCode, code, message) {
        if (this._exitCallback) {
          this._exitCallback(new CommanderError2(exitCode, code, message));
        }
        process2.exit(exitCode);
      }
      /**
       * Register callback `fn` for the command.
       *
       * @example
       * program
       *   .command('serve')
       *   .description('start service')
       *   .action(function() {
       *      // do work here
       *   });
       *
       * @param {Function} fn
       * @return {Command} `this` command for chaining
       */
      action(fn) {
        const listener = (args) => {
          const expectedArgsCount = this.registeredArguments.length;
          const actionArgs = args.slice(0, expectedArgsCount);
          if (this._storeOptionsAsProperties) {
            actionArgs[expectedArgsCount] = this;
          } else {
            actionArgs[expectedArgsCount] = this.opts();
          }
          actionArgs.push(this);
          return fn.apply(this, actionArgs);
        };
        this._actionHandler = listener;
        return this;
      }
      /**
       * Factory routine to create a new unattached option.
       *
       * See .option() for creating an attached option, which uses this routine to
       * create the option. You can override createOption to return a custom option.
       *
       * @param {string} flags
       * @param {string} [description]
       * @return {Option} new option
       */
      createOption(flags, description) {
        return new Option2(flags, description);
      }
      /**
       * Wrap parseArgs to catch 'commander.invalidArgument'.
       *
       * @param {(Option | Argument)} target
       * @param {string} value
       * @param {*} previous
       * @param {string} invalidArgumentMessage
       * @private
       */
      _callParseArg(target, value2, previous, invalidArgumentMessage) {
        try {
          return target.parseArg(value2, previous);
        } catch (err) {
          if (err.code === "commander.invalidArgument") {
            const message = `${invalidArgumentMessage} ${err.message}`;
            this.error(message, { exitCode: err.exitCode, code: err.code });
          }
          throw err;
        }
      }
      /**
       * Check for option flag conflicts.
       * Register option if no conflicts found, or throw on conflict.
       *
       * @param {Option} option
       * @private
       */
      _registerOption(option) {
        const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
        if (matchingOption) {
          const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
          throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
        }
        this._initOptionGroup(option);
        this.options.push(option);
      }
      /**
       * Check for command name and alias conflicts with existing commands.
       * Register command if no conflicts found, or throw on conflict.
       *
       * @param {Command} command
       * @private
       */
      _registerCommand(command) {
        const knownBy = (cmd) => {
          return [cmd.name()].concat(cmd.aliases());
        };
        const alreadyUsed = knownBy(command).find(
          (name) => this._findCommand(name)
        );
        if (alreadyUsed) {
          const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
          const newCmd = knownBy(command).join("|");
          throw new Error(
            `cannot add command '${newCmd}' as already have command '${existingCmd}'`
          );
        }
        this._initCommandGroup(command);
        this.commands.push(command);
      }
      /**
       * Add an option.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addOption(option) {
        this._registerOption(option);
        const oname = option.name();
        const name = option.attributeName();
        if (option.negate) {
          const positiveLongFlag = option.long.replace(/^--no-/, "--");
          if (!this._findOption(positiveLongFlag)) {
            this.setOptionValueWithSource(
              name,
              option.defaultValue === void 0 ? true : option.defaultValue,
              "default"
            );
          }
        } else if (option.defaultValue !== void 0) {
          this.setOptionValueWithSource(name, option.defaultValue, "default");
        }
        const handleOptionValue = (val, invalidValueMessage, valueSource) => {
          if (val == null && option.presetArg !== void 0) {
            val = option.presetArg;
          }
          const oldValue = this.getOptionValue(name);
          if (val !== null && option.parseArg) {
            val = this._callParseArg(option, val, oldValue, invalidValueMessage);
          } else if (val !== null && option.variadic) {
            val = option._collectValue(val, oldValue);
          }
          if (val == null) {
            if (option.negate) {
              val = false;
            } else if (option.isBoolean() || option.optional) {
              val = true;
            } else {
              val = "";
            }
          }
          this.setOptionValueWithSource(name, val, valueSource);
        };
        this.on("option:" + oname, (val) => {
          const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
          handleOptionValue(val, invalidValueMessage, "cli");
        });
        if (option.envVar) {
          this.on("optionEnv:" + oname, (val) => {
            const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
            handleOptionValue(val, invalidValueMessage, "env");
          });
        }
        return this;
      }
      /**
       * Internal implementation shared by .option() and .requiredOption()
       *
       * @return {Command} `this` command for chaining
       * @private
       */
      _optionEx(config, flags, description, fn, defaultValue) {
        if (typeof flags === "object" && flags instanceof Option2) {
          throw new Error(
            "To add an Option object use addOption() instead of option() or requiredOption()"
          );
        }
        const option = this.createOption(flags, description);
        option.makeOptionMandatory(!!config.mandatory);
        if (typeof fn === "function") {
          option.default(defaultValue).argParser(fn);
        } else if (fn instanceof RegExp) {
          const regex = fn;
          fn = (val, def) => {
            const m = regex.exec(val);
            return m ? m[0] : def;
          };
          option.default(defaultValue).argParser(fn);
        } else {
          option.default(fn);
        }
        return this.addOption(option);
      }
      /**
       * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
       * option-argument is indicated by `<>` and an optional option-argument by `[]`.
       *
       * See the README for more details, and see also addOption() and requiredOption().
       *
       * @example
       * program
       *     .option('-p, --pepper', 'add pepper')
       *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
       *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
       *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      option(flags, description, parseArg, defaultValue) {
        return this._optionEx({}, flags, description, parseArg, defaultValue);
      }
      /**
       * Add a required option which must have a value after parsing. This usually means
       * the option must be specified on the command line. (Otherwise the same as .option().)
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      requiredOption(flags, description, parseArg, defaultValue) {
        return this._optionEx(
          { mandatory: true },
          flags,
          description,
          parseArg,
          defaultValue
        );
      }
      /**
       * Alter parsing of short flags with optional values.
       *
       * @example
       * // for `.option('-f,--flag [value]'):
       * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
       * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
       *
       * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
       * @return {Command} `this` command for chaining
       */
      combineFlagAndOptionalValue(combine = true) {
        this._combineFlagAndOptionalValue = !!combine;
        return this;
      }
      /**
       * Allow unknown options on the command line.
       *
       * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
       * @return {Command} `this` command for chaining
       */
      allowUnknownOption(allowUnknown = true) {
        this._allowUnknownOption = !!allowUnknown;
        return this;
      }
      /**
       * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
       *
       * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
       * @return {Command} `this` command for chaining
       */
      allowExcessArguments(allowExcess = true) {
        this._allowExcessArguments = !!allowExcess;
        return this;
      }
      /**
       * Enable positional options. Positional means global options are specified before subcommands which lets
       * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
       * The default behaviour is non-positional and global options may appear anywhere on the command line.
       *
       * @param {boolean} [positional]
       * @return {Command} `this` command for chaining
       */
      enablePositionalOptions(positional = true) {
        this._enablePositionalOptions = !!positional;
        return this;
      }
      /**
       * Pass through options that come after command-arguments rather than treat them as command-options,
       * so actual command-options come before command-arguments. Turning this on for a subcommand requires
       * positional options to have been enabled on the program (parent commands).
       * The default behaviour is non-positional and options may appear before or after command-arguments.
       *
       * @param {boolean} [passThrough] for unknown options.
       * @return {Command} `this` command for chaining
       */
      passThroughOptions(passThrough = true) {
        this._passThroughOptions = !!passThrough;
        this._checkForBrokenPassThrough();
        return this;
      }
      /**
       * @private
       */
      _checkForBrokenPassThrough() {
        if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) {
          throw new Error(
            `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`
          );
        }
      }
      /**
       * Whether to store option values as properties on command object,
       * or store separately (specify false). In both cases the option values can be accessed using .opts().
       *
       * @param {boolean} [storeAsProperties=true]
       * @return {Command} `this` command for chaining
       */
      storeOptionsAsProperties(storeAsProperties = true) {
        if (this.options.length) {
          throw new Error("call .storeOptionsAsProperties() before adding options");
        }
        if (Object.keys(this._optionValues).length) {
          throw new Error(
            "call .storeOptionsAsProperties() before setting option values"
          );
        }
        this._storeOptionsAsProperties = !!storeAsProperties;
        return this;
      }
      /**
       * Retrieve option value.
       *
       * @param {string} key
       * @return {object} value
       */
      getOptionValue(key) {
        if (this._storeOptionsAsProperties) {
          return this[key];
        }
        return this._optionValues[key];
      }
      /**
       * Store option value.
       *
       * @param {string} key
       * @param {object} value
       * @return {Command} `this` command for chaining
       */
      setOptionValue(key, value2) {
        return this.setOptionValueWithSource(key, value2, void 0);
      }
      /**
       * Store option value and where the value came from.
       *
       * @param {string} key
       * @param {object} value
       * @param {string} source - expected values are default/config/env/cli/implied
       * @return {Command} `this` command for chaining
       */
      setOptionValueWithSource(key, value2, source) {
        if (this._storeOptionsAsProperties) {
          this[key] = value2;
        } else {
          this._optionValues[key] = value2;
        }
        this._optionValueSources[key] = source;
        return this;
      }
      /**
       * Get source of option value.
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSource(key) {
        return this._optionValueSources[key];
      }
      /**
       * Get source of option value. See also .optsWithGlobals().
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSourceWithGlobals(key) {
        let source;
        this._getCommandAndAncestors().forEach((cmd) => {
          if (cmd.getOptionValueSource(key) !== void 0) {
            source = cmd.getOptionValueSource(key);
          }
        });
        return source;
      }
      /**
       * Get user arguments from implied or explicit arguments.
       * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
       *
       * @private
       */
      _prepareUserArgs(argv, parseOptions) {
        if (argv !== void 0 && !Array.isArray(argv)) {
          throw new Error("first parameter to parse must be array or undefined");
        }
        parseOptions = parseOptions || {};
        if (argv === void 0 && parseOptions.from === void 0) {
          if (process2.versions?.electron) {
            parseOptions.from = "electron";
          }
          const execArgv = process2.execArgv ?? [];
          if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) {
            parseOptions.from = "eval";
          }
        }
        if (argv === void 0) {
          argv = process2.argv;
        }
        this.rawArgs = argv.slice();
        let userArgs;
        switch (parseOptions.from) {
          case void 0:
          case "node":
            this._scriptPath = argv[1];
            userArgs = argv.slice(2);
            break;
          case "electron":
            if (process2.defaultApp) {
              this._scriptPath = argv[1];
              userArgs = argv.slice(2);
            } else {
              userArgs = argv.slice(1);
            }
            break;
          case "user":
            userArgs = argv.slice(0);
            break;
          case "eval":
            userArgs = argv.slice(1);
            break;
          default:
            throw new Error(
              `unexpected parse option { from: '${parseOptions.from}' }`
            );
        }
        if (!this._name && this._scriptPath)
          this.nameFromFilename(this._scriptPath);
        this._name = this._name || "program";
        return userArgs;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Use parseAsync instead of parse if any of your action handlers are async.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * program.parse(); // parse process.argv and auto-detect electron and special node flags
       * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
       * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv] - optional, defaults to process.argv
       * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
       * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
       * @return {Command} `this` command for chaining
       */
      parse(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        this._parseCommand([], userArgs);
        return this;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
       * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
       * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv]
       * @param {object} [parseOptions]
       * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
       * @return {Promise}
       */
      async parseAsync(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        await this._parseCommand([], userArgs);
        return this;
      }
      _prepareForParse() {
        if (this._savedState === null) {
          this.saveStateBeforeParse();
        } else {
          this.restoreStateBeforeParse();
        }
      }
      /**
       * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state saved.
       */
      saveStateBeforeParse() {
        this._savedState = {
          // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
          _name: this._name,
          // option values before parse have default values (including false for negated options)
          // shallow clones
          _optionValues: { ...this._optionValues },
          _optionValueSources: { ...this._optionValueSources }
        };
      }
      /**
       * Restore state before parse for calls after the first.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state restored.
       */
      restoreStateBeforeParse() {
        if (this._storeOptionsAsProperties)
          throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
        this._name = this._savedState._name;
        this._scriptPath = null;
        this.rawArgs = [];
        this._optionValues = { ...this._savedState._optionValues };
        this._optionValueSources = { ...this._savedState._optionValueSources };
        this.args = [];
        this.processedArgs = [];
      }
      /**
       * Throw if expected executable is missing. Add lots of help for author.
       *
       * @param {string} executableFile
       * @param {string} executableDir
       * @param {string} subcommandName
       */
      _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
        if (fs.existsSync(executableFile)) return;
        const executableDirMessage = executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory";
        const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
        throw new Error(executableMissing);
      }
      /**
       * Execute a sub-command executable.
       *
       * @private
       */
      _executeSubCommand(subcommand, args) {
        args = args.slice();
        let launchWithNode = false;
        const sourceExt = [".js", ".ts", ".tsx", ".mjs", ".cjs"];
        function findFile(baseDir, baseName) {
          const localBin = path6.resolve(baseDir, baseName);
          if (fs.existsSync(localBin)) return localBin;
          if (sourceExt.includes(path6.extname(baseName))) return void 0;
          const foundExt = sourceExt.find(
            (ext) => fs.existsSync(`${localBin}${ext}`)
          );
          if (foundExt) return `${localBin}${foundExt}`;
          return void 0;
        }
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
        let executableDir = this._executableDir || "";
        if (this._scriptPath) {
          let resolvedScriptPath;
          try {
            resolvedScriptPath = fs.realpathSync(this._scriptPath);
          } catch {
            resolvedScriptPath = this._scriptPath;
          }
          executableDir = path6.resolve(
            path6.dirname(resolvedScriptPath),
            executableDir
          );
        }
        if (executableDir) {
          let localFile = findFile(executableDir, executableFile);
          if (!localFile && !subcommand._executableFile && this._scriptPath) {
            const legacyName = path6.basename(
              this._scriptPath,
              path6.extname(this._scriptPath)
            );
            if (legacyName !== this._name) {
              localFile = findFile(
                executableDir,
                `${legacyName}-${subcommand._name}`
              );
            }
          }
          executableFile = localFile || executableFile;
        }
        launchWithNode = sourceExt.includes(path6.extname(executableFile));
        let proc;
        if (process2.platform !== "win32") {
          if (launchWithNode) {
            args.unshift(executableFile);
            args = incrementNodeInspectorPort(process2.execArgv).concat(args);
            proc = childProcess.spawn(process2.argv[0], args, { stdio: "inherit" });
          } else {
            proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
          }
        } else {
          this._checkForMissingExecutable(
            executableFile,
            executableDir,
            subcommand._name
          );
          args.unshift(executableFile);
          args = incrementNodeInspectorPort(process2.execArgv).concat(args);
          proc = childProcess.spawn(process2.execPath, args, { stdio: "inherit" });
        }
        if (!proc.killed) {
          const signals = ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGINT", "SIGHUP"];
          signals.forEach((signal) => {
            process2.on(signal, () => {
              if (proc.killed === false && proc.exitCode === null) {
                proc.kill(signal);
              }
            });
          });
        }
        const exitCallback = this._exitCallback;
        proc.on("close", (code) => {
          code = code ?? 1;
          if (!exitCallback) {
            process2.exit(code);
          } else {
            exitCallback(
              new CommanderError2(
                code,
                "commander.executeSubCommandAsync",
                "(close)"
              )
            );
          }
        });
        proc.on("error", (err) => {
          if (err.code === "ENOENT") {
            this._checkForMissingExecutable(
              executableFile,
              executableDir,
              subcommand._name
            );
          } else if (err.code === "EACCES") {
            throw new Error(`'${executableFile}' not executable`);
          }
          if (!exitCallback) {
            process2.exit(1);
          } else {
            const wrappedError = new CommanderError2(
              1,
              "commander.executeSubCommandAsync",
              "(error)"
            );
            wrappedError.nestedError = err;
            exitCallback(wrappedError);
          }
        });
        this.runningCommand = proc;
      }
      /**
       * @private
       */
      _dispatchSubcommand(commandName, operands, unknown) {
        const subCommand = this._findCommand(commandName);
        if (!subCommand) this.help({ error: true });
        subCommand._prepareForParse();
        let promiseChain;
        promiseChain = this._chainOrCallSubCommandHook(
          promiseChain,
          subCommand,
          "preSubcommand"
        );
        promiseChain = this._chainOrCall(promiseChain, () => {
          if (subCommand._executableHandler) {
            this._executeSubCommand(subCommand, operands.concat(unknown));
          } else {
            return subCommand._parseCommand(operands, unknown);
          }
        });
        return promiseChain;
      }
      /**
       * Invoke help directly if possible, or dispatch if necessary.
       * e.g. help foo
       *
       * @private
       */
      _dispatchHelpCommand(subcommandName) {
        if (!subcommandName) {
          this.help();
        }
        const subCommand = this._findCommand(subcommandName);
        if (subCommand && !subCommand._executableHandler) {
          subCommand.help();
        }
        return this._dispatchSubcommand(
          subcommandName,
          [],
          [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]
        );
      }
      /**
       * Check this.args against expected this.registeredArguments.
       *
       * @private
       */
      _checkNumberOfArguments() {
        this.registeredArguments.forEach((arg, i) => {
          if (arg.required && this.args[i] == null) {
            this.missingArgument(arg.name());
          }
        });
        if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) {
          return;
        }
        if (this.args.length > this.registeredArguments.length) {
          this._excessArguments(this.args);
        }
      }
      /**
       * Process this.args using this.registeredArguments and save as this.processedArgs!
       *
       * @private
       */
      _processArguments() {
        const myParseArg = (argument, value2, previous) => {
          let parsedValue = value2;
          if (value2 !== null && argument.parseArg) {
            const invalidValueMessage = `error: command-argument value '${value2}' is invalid for argument '${argument.name()}'.`;
            parsedValue = this._callParseArg(
              argument,
              value2,
              previous,
              invalidValueMessage
            );
          }
          return parsedValue;
        };
        this._checkNumberOfArguments();
        const processedArgs = [];
        this.registeredArguments.forEach((declaredArg, index) => {
          let value2 = declaredArg.defaultValue;
          if (declaredArg.variadic) {
            if (index < this.args.length) {
              value2 = this.args.slice(index);
              if (declaredArg.parseArg) {
                value2 = value2.reduce((processed, v2) => {
                  return myParseArg(declaredArg, v2, processed);
                }, declaredArg.defaultValue);
              }
            } else if (value2 === void 0) {
              value2 = [];
            }
          } else if (index < this.args.length) {
            value2 = this.args[index];
            if (declaredArg.parseArg) {
              value2 = myParseArg(declaredArg, value2, declaredArg.defaultValue);
            }
          }
          processedArgs[index] = value2;
        });
        this.processedArgs = processedArgs;
      }
      /**
       * Once we have a promise we chain, but call synchronously until then.
       *
       * @param {(Promise|undefined)} promise
       * @param {Function} fn
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCall(promise, fn) {
        if (promise?.then && typeof promise.then === "function") {
          return promise.then(() => fn());
        }
        return fn();
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallHooks(promise, event) {
        let result = promise;
        const hooks = [];
        this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
          hookedCommand._lifeCycleHooks[event].forEach((callback) => {
            hooks.push({ hookedCommand, callback });
          });
        });
        if (event === "postAction") {
          hooks.reverse();
        }
        hooks.forEach((hookDetail) => {
          result = this._chainOrCall(result, () => {
            return hookDetail.callback(hookDetail.hookedCommand, this);
          });
        });
        return result;
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {Command} subCommand
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallSubCommandHook(promise, subCommand, event) {
        let result = promise;
        if (this._lifeCycleHooks[event] !== void 0) {
          this._lifeCycleHooks[event].forEach((hook) => {
            result = this._chainOrCall(result, () => {
              return hook(this, subCommand);
            });
          });
        }
        return result;
      }
      /**
       * Process arguments in context of this command.
       * Returns action result, in case it is a promise.
       *
       * @private
       */
      _parseCommand(operands, unknown) {
        const parsed = this.parseOptions(unknown);
        this._parseOptionsEnv();
        this._parseOptionsImplied();
        operands = operands.concat(parsed.operands);
        unknown = parsed.unknown;
        this.args = operands.concat(unknown);
        if (operands && this._findCommand(operands[0])) {
          return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
        }
        if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) {
          return this._dispatchHelpCommand(operands[1]);
        }
        if (this._defaultCommandName) {
          this._outputHelpIfRequested(unknown);
          return this._dispatchSubcommand(
            this._defaultCommandName,
            operands,
            unknown
          );
        }
        if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) {
          this.help({ error: true });
        }
        this._outputHelpIfRequested(parsed.unknown);
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        const checkForUnknownOptions = () => {
          if (parsed.unknown.length > 0) {
            this.unknownOption(parsed.unknown[0]);
          }
        };
        const commandEvent = `command:${this.name()}`;
        if (this._actionHandler) {
          checkForUnknownOptions();
          this._processArguments();
          let promiseChain;
          promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
          promiseChain = this._chainOrCall(
            promiseChain,
            () => this._actionHandler(this.processedArgs)
          );
          if (this.parent) {
            promiseChain = this._chainOrCall(promiseChain, () => {
              this.parent.emit(commandEvent, operands, unknown);
            });
          }
          promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
          return promiseChain;
        }
        if (this.parent?.listenerCount(commandEvent)) {
          checkForUnknownOptions();
          this._processArguments();
          this.parent.emit(commandEvent, operands, unknown);
        } else if (operands.length) {
          if (this._findCommand("*")) {
            return this._dispatchSubcommand("*", operands, unknown);
          }
          if (this.listenerCount("command:*")) {
            this.emit("command:*", operands, unknown);
          } else if (this.commands.length) {
            this.unknownCommand();
          } else {
            checkForUnknownOptions();
            this._processArguments();
          }
        } else if (this.commands.length) {
          checkForUnknownOptions();
          this.help({ error: true });
        } else {
          checkForUnknownOptions();
          this._processArguments();
        }
      }
      /**
       * Find matching command.
       *
       * @private
       * @return {Command | undefined}
       */
      _findCommand(name) {
        if (!name) return void 0;
        return this.commands.find(
          (cmd) => cmd._name === name || cmd._aliases.includes(name)
        );
      }
      /**
       * Return an option matching `arg` if any.
       *
       * @param {string} arg
       * @return {Option}
       * @package
       */
      _findOption(arg) {
        return this.options.find((option) => option.is(arg));
      }
      /**
       * Display an error message if a mandatory option does not have a value.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForMissingMandatoryOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd.options.forEach((anOption) => {
            if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) {
              cmd.missingMandatoryOptionValue(anOption);
            }
          });
        });
      }
      /**
       * Display an error message if conflicting options are used together in this.
       *
       * @private
       */
      _checkForConflictingLocalOptions() {
        const definedNonDefaultOptions = this.options.filter((option) => {
          const optionKey = option.attributeName();
          if (this.getOptionValue(optionKey) === void 0) {
            return false;
          }
          return this.getOptionValueSource(optionKey) !== "default";
        });
        const optionsWithConflicting = definedNonDefaultOptions.filter(
          (option) => option.conflictsWith.length > 0
        );
        optionsWithConflicting.forEach((option) => {
          const conflictingAndDefined = definedNonDefaultOptions.find(
            (defined) => option.conflictsWith.includes(defined.attributeName())
          );
          if (conflictingAndDefined) {
            this._conflictingOption(option, conflictingAndDefined);
          }
        });
      }
      /**
       * Display an error message if conflicting options are used together.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForConflictingOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd._checkForConflictingLocalOptions();
        });
      }
      /**
       * Parse options from `argv` removing known options,
       * and return argv split into operands and unknown arguments.
       *
       * Side effects: modifies command by storing options. Does not reset state if called again.
       *
       * Examples:
       *
       *     argv => operands, unknown
       *     --known kkk op => [op], []
       *     op --known kkk => [op], []
       *     sub --unknown uuu op => [sub], [--unknown uuu op]
       *     sub -- --unknown uuu op => [sub --unknown uuu op], []
       *
       * @param {string[]} args
       * @return {{operands: string[], unknown: string[]}}
       */
      parseOptions(args) {
        const operands = [];
        const unknown = [];
        let dest = operands;
        function maybeOption(arg) {
          return arg.length > 1 && arg[0] === "-";
        }
        const negativeNumberArg = (arg) => {
          if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
          return !this._getCommandAndAncestors().some(
            (cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short))
          );
        };
        let activeVariadicOption = null;
        let activeGroup = null;
        let i = 0;
        while (i < args.length || activeGroup) {
          const arg = activeGroup ?? args[i++];
          activeGroup = null;
          if (arg === "--") {
            if (dest === unknown) dest.push(arg);
            dest.push(...args.slice(i));
            break;
          }
          if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
            this.emit(`option:${activeVariadicOption.name()}`, arg);
            continue;
          }
          activeVariadicOption = null;
          if (maybeOption(arg)) {
            const option = this._findOption(arg);
            if (option) {
              if (option.required) {
                const value2 = args[i++];
                if (value2 === void 0) this.optionMissingArgument(option);
                this.emit(`option:${option.name()}`, value2);
              } else if (option.optional) {
                let value2 = null;
                if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) {
                  value2 = args[i++];
                }
                this.emit(`option:${option.name()}`, value2);
              } else {
                this.emit(`option:${option.name()}`);
              }
              activeVariadicOption = option.variadic ? option : null;
              continue;
            }
          }
          if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
            const option = this._findOption(`-${arg[1]}`);
            if (option) {
              if (option.required || option.optional && this._combineFlagAndOptionalValue) {
                this.emit(`option:${option.name()}`, arg.slice(2));
              } else {
                this.emit(`option:${option.name()}`);
                activeGroup = `-${arg.slice(2)}`;
              }
              continue;
            }
          }
          if (/^--[^=]+=/.test(arg)) {
            const index = arg.indexOf("=");
            const option = this._findOption(arg.slice(0, index));
            if (option && (option.required || option.optional)) {
              this.emit(`option:${option.name()}`, arg.slice(index + 1));
              continue;
            }
          }
          if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) {
            dest = unknown;
          }
          if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
            if (this._findCommand(arg)) {
              operands.push(arg);
              unknown.push(...args.slice(i));
              break;
            } else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
              operands.push(arg, ...args.slice(i));
              break;
            } else if (this._defaultCommandName) {
              unknown.push(arg, ...args.slice(i));
              break;
            }
          }
          if (this._passThroughOptions) {
            dest.push(arg, ...args.slice(i));
            break;
          }
          dest.push(arg);
        }
        return { operands, unknown };
      }
      /**
       * Return an object containing local option values as key-value pairs.
       *
       * @return {object}
       */
      opts() {
        if (this._storeOptionsAsProperties) {
          const result = {};
          const len = this.options.length;
          for (let i = 0; i < len; i++) {
            const key = this.options[i].attributeName();
            result[key] = key === this._versionOptionName ? this._version : this[key];
          }
          return result;
        }
        return this._optionValues;
      }
      /**
       * Return an object containing merged local and global option values as key-value pairs.
       *
       * @return {object}
       */
      optsWithGlobals() {
        return this._getCommandAndAncestors().reduce(
          (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
          {}
        );
      }
      /**
       * Display error message and exit (or call exitOverride).
       *
       * @param {string} message
       * @param {object} [errorOptions]
       * @param {string} [errorOptions.code] - an id string representing the error
       * @param {number} [errorOptions.exitCode] - used with process.exit
       */
      error(message, errorOptions) {
        this._outputConfiguration.outputError(
          `${message}
`,
          this._outputConfiguration.writeErr
        );
        if (typeof this._showHelpAfterError === "string") {
          this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`);
        } else if (this._showHelpAfterError) {
          this._outputConfiguration.writeErr("\n");
          this.outputHelp({ error: true });
        }
        const config = errorOptions || {};
        const exitCode = config.exitCode || 1;
        const code = config.code || "commander.error";
        this._exit(exitCode, code, message);
      }
      /**
       * Apply any option related environment variables, if option does
       * not have a value from cli or client code.
       *
       * @private
       */
      _parseOptionsEnv() {
        this.options.forEach((option) => {
          if (option.envVar && option.envVar in process2.env) {
            const optionKey = option.attributeName();
            if (this.getOptionValue(optionKey) === void 0 || ["default", "config", "env"].includes(
              this.getOptionValueSource(optionKey)
            )) {
              if (option.required || option.optional) {
                this.emit(`optionEnv:${option.name()}`, process2.env[option.envVar]);
              } else {
                this.emit(`optionEnv:${option.name()}`);
              }
            }
          }
        });
      }
      /**
       * Apply any implied option values, if option is undefined or default value.
       *
       * @private
       */
      _parseOptionsImplied() {
        const dualHelper = new DualOptions(this.options);
        const hasCustomOptionValue = (optionKey) => {
          return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
        };
        this.options.filter(
          (option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option
          )
        ).forEach((option) => {
          Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              "implied"
            );
          });
        });
      }
      /**
       * Argument `name` is missing.
       *
       * @param {string} name
       * @private
       */
      missingArgument(name) {
        const message = `error: missing required argument '${name}'`;
        this.error(message, { code: "commander.missingArgument" });
      }
      /**
       * `Option` is missing an argument.
       *
       * @param {Option} option
       * @private
       */
      optionMissingArgument(option) {
        const message = `error: option '${option.flags}' argument missing`;
        this.error(message, { code: "commander.optionMissingArgument" });
      }
      /**
       * `Option` does not have a value, and is a mandatory option.
       *
       * @param {Option} option
       * @private
       */
      missingMandatoryOptionValue(option) {
        const message = `error: required option '${option.flags}' not specified`;
        this.error(message, { code: "commander.missingMandatoryOptionValue" });
      }
      /**
       * `Option` conflicts with another option.
       *
       * @param {Option} option
       * @param {Option} conflictingOption
       * @private
       */
      _conflictingOption(option, conflictingOption) {
        const findBestOptionFromValue = (option2) => {
          const optionKey = option2.attributeName();
          const optionValue = this.getOptionValue(optionKey);
          const negativeOption = this.options.find(
            (target) => target.negate && optionKey === target.attributeName()
          );
          const positiveOption = this.options.find(
            (target) => !target.negate && optionKey === target.attributeName()
          );
          if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) {
            return negativeOption;
          }
          return positiveOption || option2;
        };
        const getErrorMessage = (option2) => {
          const bestOption = findBestOptionFromValue(option2);
          const optionKey = bestOption.attributeName();
          const source = this.getOptionValueSource(optionKey);
          if (source === "env") {
            return `environment variable '${bestOption.envVar}'`;
          }
          return `option '${bestOption.flags}'`;
        };
        const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
        this.error(message, { code: "commander.conflictingOption" });
      }
      /**
       * Unknown option `flag`.
       *
       * @param {string} flag
       * @private
       */
      unknownOption(flag) {
        if (this._allowUnknownOption) return;
        let suggestion = "";
        if (flag.startsWith("--") && this._showSuggestionAfterError) {
          let candidateFlags = [];
          let command = this;
          do {
            const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
            candidateFlags = candidateFlags.concat(moreFlags);
            command = command.parent;
          } while (command && !command._enablePositionalOptions);
          suggestion = suggestSimilar(flag, candidateFlags);
        }
        const message = `error: unknown option '${flag}'${suggestion}`;
        this.error(message, { code: "commander.unknownOption" });
      }
      /**
       * Excess arguments, more than expected.
       *
       * @param {string[]} receivedArgs
       * @private
       */
      _excessArguments(receivedArgs) {
        if (this._allowExcessArguments) return;
        const expected = this.registeredArguments.length;
        const s = expected === 1 ? "" : "s";
        const forSubcommand = this.parent ? ` for '${this.name()}'` : "";
        const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
        this.error(message, { code: "commander.excessArguments" });
      }
      /**
       * Unknown command.
       *
       * @private
       */
      unknownCommand() {
        const unknownName = this.args[0];
        let suggestion = "";
        if (this._showSuggestionAfterError) {
          const candidateNames = [];
          this.createHelp().visibleCommands(this).forEach((command) => {
            candidateNames.push(command.name());
            if (command.alias()) candidateNames.push(command.alias());
          });
          suggestion = suggestSimilar(unknownName, candidateNames);
        }
        const message = `error: unknown command '${unknownName}'${suggestion}`;
        this.error(message, { code: "commander.unknownCommand" });
      }
      /**
       * Get or set the program version.
       *
       * This method auto-registers the "-V, --version" option which will print the version number.
       *
       * You can optionally supply the flags and description to override the defaults.
       *
       * @param {string} [str]
       * @param {string} [flags]
       * @param {string} [description]
       * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
       */
      version(str, flags, description) {
        if (str === void 0) return this._version;
        this._version = str;
        flags = flags || "-V, --version";
        description = description || "output the version number";
        const versionOption = this.createOption(flags, description);
        this._versionOptionName = versionOption.attributeName();
        this._registerOption(versionOption);
        this.on("option:" + versionOption.name(), () => {
          this._outputConfiguration.writeOut(`${str}
`);
          this._exit(0, "commander.version", str);
        });
        return this;
      }
      /**
       * Set the description.
       *
       * @param {string} [str]
       * @param {object} [argsDescription]
       * @return {(string|Command)}
       */
      description(str, argsDescription) {
        if (str === void 0 && argsDescription === void 0)
          return this._description;
        this._description = str;
        if (argsDescription) {
          this._argsDescription = argsDescription;
        }
        return this;
      }
      /**
       * Set the summary. Used when listed as subcommand of parent.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      summary(str) {
        if (str === void 0) return this._summary;
        this._summary = str;
        return this;
      }
      /**
       * Set an alias for the command.
       *
       * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
       *
       * @param {string} [alias]
       * @return {(string|Command)}
       */
      alias(alias) {
        if (alias === void 0) return this._aliases[0];
        let command = this;
        if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) {
          command = this.commands[this.commands.length - 1];
        }
        if (alias === command._name)
          throw new Error("Command alias can't be the same as its name");
        const matchingCommand = this.parent?._findCommand(alias);
        if (matchingCommand) {
          const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
          throw new Error(
            `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`
          );
        }
        command._aliases.push(alias);
        return this;
      }
      /**
       * Set aliases for the command.
       *
       * Only the first alias is shown in the auto-generated help.
       *
       * @param {string[]} [aliases]
       * @return {(string[]|Command)}
       */
      aliases(aliases) {
        if (aliases === void 0) return this._aliases;
        aliases.forEach((alias) => this.alias(alias));
        return this;
      }
      /**
       * Set / get the command usage `str`.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      usage(str) {
        if (str === void 0) {
          if (this._usage) return this._usage;
          const args = this.registeredArguments.map((arg) => {
            return humanReadableArgName(arg);
          });
          return [].concat(
            this.options.length || this._helpOption !== null ? "[options]" : [],
            this.commands.length ? "[command]" : [],
            this.registeredArguments.length ? args : []
          ).join(" ");
        }
        this._usage = str;
        return this;
      }
      /**
       * Get or set the name of the command.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      name(str) {
        if (str === void 0) return this._name;
        this._name = str;
        return this;
      }
      /**
       * Set/get the help group heading for this subcommand in parent command's help.
       *
       * @param {string} [heading]
       * @return {Command | string}
       */
      helpGroup(heading) {
        if (heading === void 0) return this._helpGroupHeading ?? "";
        this._helpGroupHeading = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for subcommands added to this command.
       * (This does not override a group set directly on the subcommand using .helpGroup().)
       *
       * @example
       * program.commandsGroup('Development Commands:);
       * program.command('watch')...
       * program.command('lint')...
       * ...
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      commandsGroup(heading) {
        if (heading === void 0) return this._defaultCommandGroup ?? "";
        this._defaultCommandGroup = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for options added to this command.
       * (This does not override a group set directly on the option using .helpGroup().)
       *
       * @example
       * program
       *   .optionsGroup('Development Options:')
       *   .option('-d, --debug', 'output extra debugging')
       *   .option('-p, --profile', 'output profiling information')
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      optionsGroup(heading) {
        if (heading === void 0) return this._defaultOptionGroup ?? "";
        this._defaultOptionGroup = heading;
        return this;
      }
      /**
       * @param {Option} option
       * @private
       */
      _initOptionGroup(option) {
        if (this._defaultOptionGroup && !option.helpGroupHeading)
          option.helpGroup(this._defaultOptionGroup);
      }
      /**
       * @param {Command} cmd
       * @private
       */
      _initCommandGroup(cmd) {
        if (this._defaultCommandGroup && !cmd.helpGroup())
          cmd.helpGroup(this._defaultCommandGroup);
      }
      /**
       * Set the name of the command from script filename, such as process.argv[1],
       * or require.main.filename, or __filename.
       *
       * (Used internally and public although not documented in README.)
       *
       * @example
       * program.nameFromFilename(require.main.filename);
       *
       * @param {string} filename
       * @return {Command}
       */
      nameFromFilename(filename) {
        this._name = path6.basename(filename, path6.extname(filename));
        return this;
      }
      /**
       * Get or set the directory for searching for executable subcommands of this command.
       *
       * @example
       * program.executableDir(__dirname);
       * // or
       * program.executableDir('subcommands');
       *
       * @param {string} [path]
       * @return {(string|null|Command)}
       */
      executableDir(path7) {
        if (path7 === void 0) return this._executableDir;
        this._executableDir = path7;
        return this;
      }
      /**
       * Return program help documentation.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
       * @return {string}
       */
      helpInformation(contextOptions) {
        const helper = this.createHelp();
        const context = this._getOutputContext(contextOptions);
        helper.prepareContext({
          error: context.error,
          helpWidth: context.helpWidth,
          outputHasColors: context.hasColors
        });
        const text2 = helper.formatHelp(this, helper);
        if (context.hasColors) return text2;
        return this._outputConfiguration.stripColor(text2);
      }
      /**
       * @typedef HelpContext
       * @type {object}
       * @property {boolean} error
       * @property {number} helpWidth
       * @property {boolean} hasColors
       * @property {function} write - includes stripColor if needed
       *
       * @returns {HelpContext}
       * @private
       */
      _getOutputContext(contextOptions) {
        contextOptions = contextOptions || {};
        const error = !!contextOptions.error;
        let baseWrite;
        let hasColors;
        let helpWidth;
        if (error) {
          baseWrite = (str) => this._outputConfiguration.writeErr(str);
          hasColors = this._outputConfiguration.getErrHasColors();
          helpWidth = this._outputConfiguration.getErrHelpWidth();
        } else {
          baseWrite = (str) => this._outputConfiguration.writeOut(str);
          hasColors = this._outputConfiguration.getOutHasColors();
          helpWidth = this._outputConfiguration.getOutHelpWidth();
        }
        const write = (str) => {
          if (!hasColors) str = this._outputConfiguration.stripColor(str);
          return baseWrite(str);
        };
        return { error, write, hasColors, helpWidth };
      }
      /**
       * Output help information for this command.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      outputHelp(contextOptions) {
        let deprecatedCallback;
        if (typeof contextOptions === "function") {
          deprecatedCallback = contextOptions;
          contextOptions = void 0;
        }
        const outputContext = this._getOutputContext(contextOptions);
        const eventContext = {
          error: outputContext.error,
          write: outputContext.write,
          command: this
        };
        this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
        this.emit("beforeHelp", eventContext);
        let helpInformation = this.helpInformation({ error: outputContext.error });
        if (deprecatedCallback) {
          helpInformation = deprecatedCallback(helpInformation);
          if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) {
            throw new Error("outputHelp callback must return a string or a Buffer");
          }
        }
        outputContext.write(helpInformation);
        if (this._getHelpOption()?.long) {
          this.emit(this._getHelpOption().long);
        }
        this.emit("afterHelp", eventContext);
        this._getCommandAndAncestors().forEach(
          (command) => command.emit("afterAllHelp", eventContext)
        );
      }
      /**
       * You can pass in flags and a description to customise the built-in help option.
       * Pass in false to disable the built-in help option.
       *
       * @example
       * program.helpOption('-?, --help' 'show help'); // customise
       * program.helpOption(false); // disable
       *
       * @param {(string | boolean)} flags
       * @param {string} [description]
       * @return {Command} `this` command for chaining
       */
      helpOption(flags, description) {
        if (typeof flags === "boolean") {
          if (flags) {
            if (this._helpOption === null) this._helpOption = void 0;
            if (this._defaultOptionGroup) {
              this._initOptionGroup(this._getHelpOption());
            }
          } else {
            this._helpOption = null;
          }
          return this;
        }
        this._helpOption = this.createOption(
          flags ?? "-h, --help",
          description ?? "display help for command"
        );
        if (flags || description) this._initOptionGroup(this._helpOption);
        return this;
      }
      /**
       * Lazy create help option.
       * Returns null if has been disabled with .helpOption(false).
       *
       * @returns {(Option | null)} the help option
       * @package
       */
      _getHelpOption() {
        if (this._helpOption === void 0) {
          this.helpOption(void 0, void 0);
        }
        return this._helpOption;
      }
      /**
       * Supply your own option to use for the built-in help option.
       * This is an alternative to using helpOption() to customise the flags and description etc.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addHelpOption(option) {
        this._helpOption = option;
        this._initOptionGroup(option);
        return this;
      }
      /**
       * Output help information and exit.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      help(contextOptions) {
        this.outputHelp(contextOptions);
        let exitCode = Number(process2.exitCode ?? 0);
        if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) {
          exitCode = 1;
        }
        this._exit(exitCode, "commander.help", "(outputHelp)");
      }
      /**
       * // Do a little typing to coordinate emit and listener for the help text events.
       * @typedef HelpTextEventContext
       * @type {object}
       * @property {boolean} error
       * @property {Command} command
       * @property {function} write
       */
      /**
       * Add additional text to be displayed with the built-in help.
       *
       * Position is 'before' or 'after' to affect just this command,
       * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
       *
       * @param {string} position - before or after built-in help
       * @param {(string | Function)} text - string to add, or a function returning a string
       * @return {Command} `this` command for chaining
       */
      addHelpText(position, text2) {
        const allowedValues = ["beforeAll", "before", "after", "afterAll"];
        if (!allowedValues.includes(position)) {
          throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        const helpEvent = `${position}Help`;
        this.on(helpEvent, (context) => {
          let helpStr;
          if (typeof text2 === "function") {
            helpStr = text2({ error: context.error, command: context.command });
          } else {
            helpStr = text2;
          }
          if (helpStr) {
            context.write(`${helpStr}
`);
          }
        });
        return this;
      }
      /**
       * Output help information if help flags specified
       *
       * @param {Array} args - array of options to search for help flags
       * @private
       */
      _outputHelpIfRequested(args) {
        const helpOption = this._getHelpOption();
        const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
        if (helpRequested) {
          this.outputHelp();
          this._exit(0, "commander.helpDisplayed", "(outputHelp)");
        }
      }
    };
    function incrementNodeInspectorPort(args) {
      return args.map((arg) => {
        if (!arg.startsWith("--inspect")) {
          return arg;
        }
        let debugOption;
        let debugHost = "127.0.0.1";
        let debugPort = "9229";
        let match;
        if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
          debugOption = match[1];
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
          debugOption = match[1];
          if (/^\d+$/.test(match[3])) {
            debugPort = match[3];
          } else {
            debugHost = match[3];
          }
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
          debugOption = match[1];
          debugHost = match[3];
          debugPort = match[4];
        }
        if (debugOption && debugPort !== "0") {
          return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
        }
        return arg;
      });
    }
    function useColor() {
      if (process2.env.NO_COLOR || process2.env.FORCE_COLOR === "0" || process2.env.FORCE_COLOR === "false")
        return false;
      if (process2.env.FORCE_COLOR || process2.env.CLICOLOR_FORCE !== void 0)
        return true;
      return void 0;
    }
    exports.Command = Command2;
    exports.useColor = useColor;
  }
});

// node_modules/commander/index.js
var require_commander = __commonJS({
  "node_modules/commander/index.js"(exports) {
    var { Argument: Argument2 } = require_argument();
    var { Command: Command2 } = require_command();
    var { CommanderError: CommanderError2, InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var { Help: Help2 } = require_help();
    var { Option: Option2 } = require_option();
    exports.program = new Command2();
    exports.createCommand = (name) => new Command2(name);
    exports.createOption = (flags, description) => new Option2(flags, description);
    exports.createArgument = (name, description) => new Argument2(name, description);
    exports.Command = Command2;
    exports.Option = Option2;
    exports.Argument = Argument2;
    exports.Help = Help2;
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
    exports.InvalidOptionArgumentError = InvalidArgumentError2;
  }
});

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors();
    module.exports.createColors = createColors;
  }
});

// node_modules/commander/esm.mjs
var import_index = __toESM(require_commander(), 1);
var {
  program,
  createCommand,
  createArgument,
  createOption,
  CommanderError,
  InvalidArgumentError,
  InvalidOptionArgumentError,
  // deprecated old name
  Command,
  Argument,
  Option,
  Help
} = import_index.default;

// src/terminal/program.ts
var import_picocolors2 = __toESM(require_picocolors(), 1);

// src/terminal/claims-command.ts
import path from "node:path";

// src/claims/claim.ts
var claimSchema = external_exports.strictObject({
  /** The sentence that makes the claim, as prose. */
  text: external_exports.string(),
  /** Ids of indicators; `efficiency` alone for a claim of efficiency as such. */
  indicators: external_exports.array(external_exports.string()).min(1),
  direction: external_exports.enum(["better", "worse", "same"]),
  /** Claimed head/base ratio of the indicator's value; null where no size, a range or a bare difference is given. */
  magnitude: external_exports.number().nonnegative().nullable(),
  /** The ratios that the claim's own digits leave open around the magnitude; null without one. */
  rounding: external_exports.strictObject({ low: external_exports.number(), high: external_exports.number() }).nullable()
});
var EFFICIENCY = "efficiency";

// src/claims/lexicon/grammar.ts
var DETERMINER = /^(?:the|an?|our|its|this|both|my|their|all)$/i;
var PREPOSITION = /^(?:of|for|in|on|to|from|by|about|around|during|between)$/i;
var AMOUNT = /^(?:use|usage|amount|number|consumption|count|volume|level|rate|total|peak|overall|median|mean|average|model|inference|also|even)$/i;
var LINKING = /^(?:and|or|but|than|in|on|at|with|by|for|from|to|as|of|overall|now|too|here|again|still|already|everywhere|when|while|if|is|are|was|were|will|per|across|after|before|without|compared|thanks|due|though|yet|so|because|these|this|that|then|it)$/i;
var isFunctionWord = (word) => LINKING.test(word) || DETERMINER.test(word);

// src/claims/parts.ts
function partsOf(tokens) {
  const parts = [];
  let link2 = "stop";
  let held = [];
  const close = (next, opens = false) => {
    if (held.length > 0) parts.push(...splitAtChanges({ link: link2, tokens: held, opens }));
    link2 = held.length > 0 ? next : stronger(link2, next);
    held = [];
  };
  for (const token of tokens) {
    if (token.kind === "link") {
      const denial = deniesBoth(token.text, held);
      close(token.link, token.text === ":");
      if (denial !== null) held.push(denial);
    } else if (token.kind === "not" && /^without$/i.test(token.text)) {
      close("next");
      held.push(token);
    } else held.push(token);
  }
  close("stop");
  return parts;
}
function deniesBoth(link2, held) {
  return /^(?:n?or)$/i.test(link2) ? held.find(({ kind }) => kind === "not") ?? null : null;
}
var RANK = { and: 0, next: 1, but: 2, stop: 3 };
var stronger = (one, other) => RANK[one] >= RANK[other] ? one : other;
function splitAtChanges({ link: link2, tokens, opens }) {
  const changes = tokens.flatMap((token, index) => isChange(token) ? [index] : []);
  const second = changes[1];
  if (second === void 0) return [{ link: link2, tokens, opens }];
  let cut = second;
  const sized2 = ledBySize(tokens[second]);
  while (cut > (changes[0] ?? 0) + 1 && leads(tokens[cut - 1], sized2)) cut--;
  if (/^by$/i.test(tokens[cut - 1]?.text ?? "")) cut = second;
  return [
    { link: link2, tokens: tokens.slice(0, cut), opens: false },
    ...splitAtChanges({ link: "next", tokens: tokens.slice(cut), opens })
  ];
}
var isChange = ({ kind }) => kind === "change" || kind === "as-much";
var ledBySize = (token) => token?.kind === "as-much" || token?.kind === "change" && token.change.form !== "verb";
var leads = (token, sized2) => token !== void 0 && (sized2 && token.kind === "quantity" || token.kind === "filler" || token.kind === "not" || /^(?:an?|the|is|are)$/i.test(token.text));
var changeIn = ({ tokens }) => tokens.find((token) => token.kind === "change") ?? null;
var asMuchIn = ({ tokens }) => tokens.find((token) => token.kind === "as-much") ?? null;
var pairIn = ({ tokens }) => tokens.find((token) => token.kind === "pair") ?? null;
var nounsIn = ({ tokens }) => tokens.filter((token) => token.kind === "noun");
var quantitiesIn = ({ tokens }) => tokens.filter((token) => token.kind === "quantity");
var moodsIn = ({ tokens }) => tokens.flatMap((token) => token.kind === "mood" ? [token.mood] : []);
var wordsIn = ({ tokens }) => tokens.filter(({ kind }) => kind === "word").length;
var lastBefore = (list, at2) => list.filter(({ end }) => end <= at2).at(-1);
var firstAfter = (list, at2) => list.find(({ start }) => start >= at2);
var wordsBetween = ({ tokens }, from, to) => tokens.some(({ kind, start, end }) => kind === "word" && start >= from && end <= to);
function isNegated({ tokens }, at2) {
  return tokens.some(({ kind, start }) => kind === "not" && start < at2);
}
function fits({ beside, time: time2, better, indicator: indicator2 }, { topic, sense, implied }) {
  if (beside === "speed") return topic === "speed";
  if (beside === "size") return topic === "size";
  if (beside === "sameness") return sense === "same" || sense === "differs";
  if (topic === "speed") return time2;
  if (topic === "merit") return time2 || better === "higher" || indicator2 === "quality";
  return topic === "size" || implied === null;
}

// src/claims/lexicon/row.ts
var WORD_END = "(?![A-Za-z0-9_]|-[A-Za-z])";
function rows(meaning, ...words) {
  return words.map((word) => ({ pattern: compile(word, WORD_END, "iy"), meaning }));
}
function exactRows(meaning, ...words) {
  return words.map((word) => ({ pattern: compile(word, WORD_END, "y"), meaning }));
}
function compile(word, end, flags) {
  return new RegExp(`(?:${word.replaceAll(" ", "[ -]")})${end}`, flags);
}
var Lexicon = class {
  #rows;
  /** Matches where any row does: most words of a text are in no table, and one test tells. */
  #any;
  constructor(table2) {
    this.#rows = table2;
    this.#any = new RegExp(table2.map(({ pattern }) => pattern.source).join("|"), "iy");
  }
  /** The longest row that matches at a position, and where it ends; of equals the first. */
  at(text2, position) {
    this.#any.lastIndex = position;
    if (!this.#any.test(text2)) return null;
    let best = null;
    for (const { pattern, meaning } of this.#rows) {
      pattern.lastIndex = position;
      if (pattern.test(text2) && pattern.lastIndex > (best?.end ?? position)) {
        best = { meaning, end: pattern.lastIndex };
      }
    }
    return best;
  }
};

// src/claims/lexicon/indicators.ts
var noun = (indicator2, details = {}) => ({
  indicator: indicator2,
  better: "lower",
  inverse: false,
  beside: null,
  time: false,
  ...details
});
var inverse = (indicator2) => noun(indicator2, { better: "higher", inverse: true, time: true });
var time = (indicator2) => noun(indicator2, { time: true });
var doing = (indicator2) => noun(indicator2, { time: true, beside: "speed" });
var LATENCY = time("latency_p50");
var MODEL_SIZE = noun("model_bytes");
var MEMORY = noun("peak_rss_bytes");
var THROUGHPUT = noun("throughput", { better: "higher" });
var ENERGY = noun("energy_per_inference");
var COST = noun("cost_per_million");
var NOT_THE_VALUE = String.raw`(?! (?:checks?|tests?|benchmarks?|budgets?|thresholds?|limits?|targets?|tolerances?|reports?|tracking|measurements?|logging|logs?|metrics?|calculations?|estimat(?:or|ion)s?|profil(?:er|ing)|scripts?|columns?|plots?|graphs?|charts?|leaks?|errors?|layouts?|mapping|formats?|alloca(?:tions?|tors?)|pools?|managers?|decay|init\w*|copies|fragmentation|management|safety|counters?|variance|jitter|spikes?|shapes?|types?|dims?|tying|sharing|loading|names?))`;
var USAGE = "(?: (?:usage|use|footprint|consumption|requirements?|demands?|pressure|cost|budget))?";
var COUNT = "(?: (?:count|counts|number|budget))?";
var table = [
  ...rows(
    noun("parameters"),
    `(?:learnable |trainable |model )?(?:params?|parameters?)${COUNT}`,
    "weights",
    "number of (?:weights|params|parameters)"
  ),
  ...rows(noun("non_zero_parameters"), "(?:non zero|nonzero|active) (?:params|parameters|weights)"),
  ...rows(
    MODEL_SIZE,
    "(?:(?:model|file|disk|on disk|checkpoint|download|artifact|weights?|network|onnx|storage)(?: file)? )?sizes?(?: on disk)?",
    "size of the (?:model|file|checkpoint|network|weights|encoder|decoder)",
    "(?:disk|storage) (?:space|usage|footprint)",
    "(?:model )?bytes",
    "weights? files?",
    "(?<=(?:less|more|half the) )space"
  ),
  ...rows(noun("macs"), "[kmgt]?macs?", "(?:multiply|mult) (?:accumulates?|adds?)(?: operations)?", "madds?"),
  ...rows(
    noun("flops"),
    "[kmgt]?flops?",
    "floating point operations",
    "(?:arithmetic )?operations",
    "compute(?: cost| budget| requirements?)?",
    "computations?",
    "computational (?:cost|complexity|load|effort|budget|requirements?)",
    "arithmetic",
    "(?:amount of )?calculations?"
  ),
  ...rows(noun("operators"), "(?:graph |onnx )?(?:operators?|nodes?|ops)(?: count)?"),
  ...rows(noun("depth"), "(?:network |model |graph )?depth", "critical path"),
  ...rows(noun("parallelism", { better: "higher" }), "parallelism"),
  ...rows(noun("activations"), "activations?(?: count| elements)?"),
  ...rows(
    noun("peak_activation_bytes"),
    `(?:peak )?activation memory${USAGE}`,
    "activation (?:footprint|bytes|sizes?)"
  ),
  ...rows(
    noun("memory_traffic_bytes"),
    "memory (?:traffic|bandwidth|access(?:es)?|movement|transfers?|reads?|writes?)(?: usage| use| cost)?",
    "(?:dram|data) (?:traffic|movement|transfers?)",
    "bandwidth"
  ),
  ...rows(
    noun("arithmetic_intensity", { better: "higher" }),
    "arithmetic intensity",
    "operational intensity"
  ),
  ...rows(
    MEMORY,
    `(?:peak |max(?:imum)? |resident |gpu |host |system |runtime |inference |working |cuda |device )*(?:memory|mem|ram|rss|vram)${USAGE}`,
    "footprint",
    "working set"
  ),
  ...rows(
    LATENCY,
    "(?:median |mean |average |avg |inference |per token |end to end |e2e |p50 |decode |decoding |prefill )*latenc(?:y|ies)(?: p50| \\(?median\\)?)?",
    "p50",
    "(?:(?:median|mean|average|avg|total) )?(?:inference|run|running|execution|response|processing|prediction|forward|decode|decoding|generation|evaluation|compute|computation|wall(?: clock)?|forward pass|elapsed) ?times?",
    "runtimes?",
    "time per (?:inference|token|image|frame|sample|step|request|batch|query)",
    "(?<=(?:the|less|more|its|much) )time",
    "rtf",
    "real time factor"
  ),
  ...rows(
    noun("latency_p90", { time: true }),
    "(?:p90|p95|p99|tail|90th percentile|95th percentile|99th percentile|worst case)(?: inference)? latenc(?:y|ies)",
    "latenc(?:y|ies) (?:p90|p95|p99)",
    "p90|p95|p99",
    "(?:90th|95th|99th) percentile"
  ),
  ...rows(
    inverse("latency_p50"),
    "(?:inference |runtime |run time |execution |decoding |decode |generation |processing |prediction |model )*(?:speeds?|performance|perf)"
  ),
  ...rows(
    doing("latency_p50"),
    "inferenc(?:e|es|ing)",
    "execut(?:ion|es)",
    "forward pass(?:es)?",
    "decod(?:es|ing)"
  ),
  ...rows(
    THROUGHPUT,
    "(?:inference |token |decode |decoding |generation |serving )?throughputs?",
    "fps|qps|rps|tps",
    "frame ?rates?",
    "(?:frames?|tokens?|toks?|samples?|images?|imgs?|requests?|reqs?|queries|sentences|inferences|iterations|its?|items|predictions)(?: ?/ ?| per )(?:s|secs?|seconds?)"
  ),
  ...rows(
    noun("cpu_time", { time: true }),
    "cpu (?:time|usage|utili[sz]ation|load|cycles)(?: per inference)?"
  ),
  ...rows(
    time("load_time"),
    "(?:(?:model|session) )?(?:load|loading|start ?up|start|boot|initiali[sz]ation|init|warm ?up) times?",
    "(?:session|model) (?:creation|loading|init(?:iali[sz]ation)?)(?: time)?",
    "cold starts?(?: time| latency)?",
    "start ?up(?: latency)?"
  ),
  ...rows(doing("load_time"), "loads?|loading|starts?(?: up)?|boots?|to load|to start"),
  ...rows(
    time("first_inference"),
    "first (?:inference|run|call|token)(?: latency| time)?",
    "time to first (?:token|inference|result)",
    "ttft"
  ),
  ...rows(
    ENERGY,
    "(?:energy|power|battery)(?: (?:usage|use|consumption|draw|drain|cost|footprint|budget|per inference|per request))*",
    "watts",
    "electricity"
  ),
  ...rows(inverse("energy_per_inference"), "(?:energy|power) efficiency", "battery life"),
  ...rows(inverse("peak_rss_bytes"), "memory efficiency"),
  ...rows(
    noun("carbon_per_inference"),
    "(?:carbon|co2e?|co₂e?)(?: (?:emissions?|footprint|cost|intensity|per inference|per request))*",
    "emissions"
  ),
  ...rows(
    COST,
    "(?:(?:inference|serving|running|hosting|cloud|deployment|operating|api) )?costs?(?: per (?:million|request|query|inference|token|call|1k|1m)\\w*(?: (?:inferences|requests|tokens))?)?",
    "price",
    "(?:cloud |serving |hosting )?bill"
  ),
  ...rows(
    time("training_device_hours"),
    "train(?:ing)? (?:time|cost|costs|duration|hours)",
    "(?:gpu|device|accelerator) hours"
  ),
  ...rows(inverse("training_device_hours"), "training (?:speed|throughput)"),
  ...rows(
    doing("training_device_hours"),
    "trains?|training|to train|fine ?tun(?:es?|ing)|converges?|convergence"
  ),
  ...rows(noun("training_energy"), "training energy"),
  ...rows(noun("training_flops_per_example"), "training (?:flops|compute)"),
  ...rows(noun("training_examples_seen"), "training (?:examples|samples|tokens)|examples seen"),
  ...rows(
    noun("quality", { better: "higher" }),
    "(?:(?:model|validation|val|test|eval|dev|imagenet|zero shot|downstream|top ?[15]) )*accurac(?:y|ies)",
    "acc(?:@[15])?",
    "top ?[15](?: acc)?",
    "(?:macro |micro )?f1(?: scores?)?",
    "(?:model |output |prediction |audio |image |transcription |translation )?quality(?:-wise)?",
    "m?iou|auc|auroc|bleu|rouge(?: l)?|psnr|ssim|mos|recall(?:@\\d+)?|ndcg|mrr|dice|pesq|mmlu",
    "average precision",
    "map@[\\d.:]+"
  ),
  ...exactRows(noun("quality", { better: "higher" }), "mAP(?:@[\\d.:]+)?", "AP(?:50|75)?", "EM"),
  ...rows(
    noun("quality"),
    "wer|cer|perplexity|ppl|fid|rmse|mae|mse|eer",
    "(?:word |character |phone )?error rates?",
    "(?:top ?[15]|validation|val|test|mean|prediction|quanti[sz]ation) errors?",
    "(?<=(?:lower|less|higher|reduced) )error",
    "(?:validation|val|eval|test|train|training) loss"
  ),
  ...rows(noun("output_agreement", { better: "higher", beside: "sameness" }), "outputs?|predictions?|logits"),
  ...rows(
    noun("model_bytes", { beside: "size" }),
    "(?:onnx )?models?|networks?|nets?|encoders?|decoders?|backbones?|checkpoints?|students?",
    "heads?|detectors?|classifiers?|transformers?|architectures?|variants?|vocoders?",
    "(?:model |onnx )?files?|graphs?|artifacts?|exports?|downloads?|on disk"
  ),
  ...rows(noun("parameters", { beside: "size" }), "embeddings?(?: tables?| layers?| matri(?:x|ces))?"),
  ...rows(
    noun(EFFICIENCY, { better: "higher" }),
    "(?:overall |model |inference |compute |computational |runtime )*efficiency"
  ),
  ...rows(
    noun(EFFICIENCY),
    "(?:computational |compute |hardware |system )?resources?(?: usage| use| consumption)?"
  )
];
var NOUNS = table.map(({ pattern, meaning }) => ({
  pattern: new RegExp(`${pattern.source}${NOT_THE_VALUE}`, pattern.flags),
  meaning
}));
var NAMES = new Lexicon(NOUNS);
function namesIndicator(text2) {
  return NAMES.at(text2, 0)?.end === text2.length;
}

// src/claims/units.ts
var BY_DIMENSION = {
  time: LATENCY,
  rate: THROUGHPUT,
  energy: ENERGY,
  power: ENERGY,
  money: COST,
  bytes: MODEL_SIZE
};
var USING = /^(?:us(?:e|es|ed|ing)|need(?:s|ed)?|consum\w+|allocat\w+|take[ns]?)$/i;
function nounOfUnit(size, { tokens }) {
  const dimension = dimensionOf(size);
  if (dimension === "bytes" && tokens.some(({ text: text2 }) => USING.test(text2))) return [MEMORY];
  const noun2 = dimension === null ? void 0 : BY_DIMENSION[dimension];
  return noun2 === void 0 ? null : [noun2];
}
function dimensionOf(size) {
  if (size === null) return null;
  if (size.how === "pair") return size.pair.dimension;
  return size.quantity.kind === "amount" ? size.quantity.dimension : null;
}
function inUnitsOf(nouns2, size, part) {
  const [byUnit] = nounOfUnit(size, part) ?? [];
  if (nouns2.length === 0) return byUnit === void 0 ? [] : [byUnit];
  if (byUnit === THROUGHPUT) return [THROUGHPUT];
  return nouns2.map((noun2) => noun2.inverse && byUnit === LATENCY ? LATENCY : noun2);
}
function canMeasure(size, part, nouns2) {
  const [byUnit] = nounOfUnit(size, part) ?? [];
  if (byUnit === void 0) return true;
  return nouns2.some(
    ({ indicator: indicator2, time: time2 }) => indicator2 === byUnit.indicator || byUnit === LATENCY && time2 || byUnit === MODEL_SIZE && indicator2.includes("bytes")
  );
}

// src/claims/ratio-frame.ts
function asMuchFrame({ part, index, waiting }) {
  const found = asMuchIn(part);
  if (found === null) return null;
  const { noun: noun2, start, end } = found;
  const nouns2 = nounsIn(part);
  const named = (firstAfter(nouns2, end) ?? nouns2.at(-1))?.noun ?? waiting.at(-1);
  const said = noun2 === null ? named : ofWhatTakesTime(noun2, nouns2);
  if (said === void 0) return null;
  const quantity = lastBefore(quantitiesIn(part), start)?.quantity;
  const negated = isNegated(part, start);
  const frame = { nouns: [said], negated, part: index, change: null };
  if (quantity !== void 0) return { ...frame, sense: null, size: { how: "times", quantity } };
  return negated ? null : { ...frame, sense: "same", size: null };
}
function ofWhatTakesTime(noun2, nouns2) {
  const named = nouns2.find(({ noun: { indicator: indicator2, time: time2 } }) => time2 && indicator2 !== "latency_p50")?.noun;
  return named === void 0 || !noun2.time ? noun2 : { ...named, inverse: noun2.inverse, better: noun2.better };
}
function pairFrame({ part, index, waiting }) {
  const pair = pairIn(part);
  if (pair === null) return null;
  const timed = pair.pair.dimension === "time";
  const named = nounsIn(part).filter(({ noun: { beside, time: time2 } }) => beside === null || timed && time2);
  const own = lastBefore(named, pair.start) ?? named[0];
  const size = { how: "pair", pair: pair.pair };
  const subjects = waiting.filter(({ beside }) => beside === null);
  const nouns2 = inUnitsOf(own === void 0 ? subjects : [own.noun], size, part);
  if (nouns2.length === 0) return null;
  return { nouns: nouns2, sense: null, size, negated: false, part: index, change: null };
}
function ratioFrame({ part, index, waiting }) {
  const named = nounsIn(part).filter(({ noun: noun2 }) => noun2.beside === null);
  const frame = { negated: false, part: index, change: null };
  for (const placed of quantitiesIn(part)) {
    const { quantity, start, end } = placed;
    const after = firstAfter(named, end);
    const token = after ?? lastBefore(named, start);
    const noun2 = token?.text === "time" ? ofWhatTakesTime(token.noun, nounsIn(part)) : token?.noun;
    if (quantity.kind === "range") continue;
    if (quantity.kind !== "factor" && quantity.sign !== 0) {
      const nouns2 = noun2 === void 0 ? waiting.filter(({ beside }) => beside === null || beside === "size" && isOfBytes(quantity)) : [noun2];
      const sense = quantity.sign < 0 ? "down" : "up";
      if (nouns2.length > 0) return { ...frame, nouns: nouns2, sense, size: { how: "by", quantity } };
    } else if (noun2 === void 0 && quantity.kind === "factor" && isAlone(part, placed)) {
      const nouns2 = waiting.filter(({ better }) => better === "higher" || quantity.value < 1);
      if (nouns2.length > 0) return { ...frame, nouns: nouns2, sense: null, size: { how: "times", quantity } };
    } else if (noun2 !== void 0 && quantity.kind !== "amount") {
      const share2 = after === void 0 ? isShareBehind(part, placed, named) : isShareOf(part, placed, after.start);
      if (share2) return { ...frame, nouns: [noun2], sense: null, size: { how: "times", quantity } };
    }
  }
  return null;
}
var isAlone = ({ tokens }, { start }) => tokens.every((token) => token.kind === "filler" || token.start === start);
var isOfBytes = (quantity) => quantity.kind === "amount" && quantity.dimension === "bytes";
function isShareOf(part, { quantity, end }, nounStart) {
  const between = part.tokens.filter((one) => one.start >= end && one.end <= nounStart);
  if (between.length > 4) return false;
  return quantity.kind === "factor" || /^(?:of|the|its|our)$/i.test(between[0]?.text ?? "");
}
function isShareBehind(part, { quantity, start, end }, named) {
  const noun2 = lastBefore(named, start);
  const between = part.tokens.filter((one) => one.start >= (noun2?.end ?? 0) && one.end <= start);
  if (between.length > 3 || between.some(({ text: text2 }) => /^by$/i.test(text2))) return false;
  const next = firstAfter(part.tokens, end);
  return quantity.kind === "factor" || /^(?:of|what|that)$/i.test(next?.text ?? "");
}

// src/claims/change-frame.ts
function changeFrame({ part, index, waiting }) {
  const found = changeIn(part);
  if (found === null) return null;
  const { change: change3, start, end } = found;
  const nouns2 = nounsIn(part).filter(({ noun: noun2 }) => fits(noun2, change3));
  const before = lastBefore(nouns2, start);
  const after = objectOf(part, found, nouns2);
  const somethingElse = after === void 0 && qualifiesSomethingElse(part, end);
  if (change3.attributive && somethingElse) return null;
  const adjacent = before !== void 0 && !wordsBetween(part, before.end, start);
  const own = change3.form === "noun" && adjacent ? before : after ?? before;
  const size = sizeOf(part, start, end, change3);
  const subjects = waiting.filter((noun2) => fits(noun2, change3)).map((noun2) => spoken(noun2, change3));
  const unitNoun = somethingElse ? [] : nounOfUnit(size, part) ?? [];
  const taken = own === void 0 ? subjectsOrImplied(change3, subjects, unitNoun) : [
    ...own === before && part.link === "and" ? subjects : [],
    spoken(own.text === "time" ? ofWhatTakesTime(own.noun, nounsIn(part)) : own.noun, change3)
  ];
  if (taken.length === 0) return null;
  const negated = isNegated(part, own !== void 0 && own === after ? own.start : start);
  return { nouns: taken, sense: change3.sense, size, negated, part: index, change: change3 };
}
function spoken(noun2, { topic, implied }) {
  if (topic !== "speed" || implied === null) return noun2;
  return { ...noun2, better: implied.better, inverse: implied.inverse };
}
function objectOf(part, { change: change3, end }, nouns2) {
  const noun2 = firstAfter(nouns2, end);
  if (noun2 === void 0 || change3.form === "noun") return noun2;
  const between = part.tokens.filter((one) => one.start >= end && one.end <= noun2.start);
  const head = between.findIndex(
    ({ kind, text: text2 }) => kind === "word" && !isFunctionWord(text2) && !AMOUNT.test(text2)
  );
  if (change3.form === "modifier" && PREPOSITION.test(between[0]?.text ?? "")) return void 0;
  const turned = head !== -1 && between.slice(head).some(({ text: text2 }) => PREPOSITION.test(text2));
  return turned ? void 0 : noun2;
}
function subjectsOrImplied({ form, implied, topic }, subjects, byUnit) {
  if (subjects.length > 0 && (form !== "modifier" || implied === null || topic !== null)) return subjects;
  return implied === null ? byUnit : [implied];
}
function sizeOf(part, start, end, { factor: factor2, topic }) {
  const pair = pairIn(part);
  if (pair !== null) return { how: "pair", pair: pair.pair };
  const quantities = quantitiesIn(part).filter(
    ({ quantity }) => quantity.kind !== "amount" || quantity.dimension !== "plain" || quantity.value >= 1e3
  );
  const before = lastBefore(quantities, start);
  const after = firstAfter(quantities, end);
  const close = before !== void 0 && !wordsBetween(part, before.end, start);
  const own = close ? before : after ?? before;
  if (own === void 0) {
    return factor2 === null ? null : { how: "times", quantity: { kind: "factor", value: factor2, half: factor2 / 40 } };
  }
  const preceding = lastBefore(
    part.tokens.filter(({ kind }) => kind !== "filler"),
    own.start
  );
  const to = own === after && preceding?.text.toLowerCase() === "to";
  const kept = topic === "merit" && own.quantity.kind === "percent";
  return { how: kept ? "times" : to ? "to" : "by", quantity: own.quantity };
}
function qualifiesSomethingElse({ tokens }, end) {
  const next = tokens.find(({ start, text: text2 }) => start >= end && !DETERMINER.test(text2));
  if (next === void 0) return false;
  const named = next.kind === "word" || next.kind === "filler" && next.text.includes(" ");
  return next.kind === "elsewhere" || named && !isFunctionWord(next.text);
}

// src/claims/frames.ts
function framesOf(parts) {
  const frames = [];
  let waiting = [];
  parts.forEach((part, index) => {
    const last = frames.at(-1);
    const previous = last?.part === index - 1 ? last : null;
    const merged = previous === null ? null : restated(part, previous);
    const own = merged === null ? frameOf({ part, index, waiting }) : null;
    const joined = merged ?? (own === null && previous !== null ? continued(part, previous) : null);
    if (joined !== null) {
      if (joined.extends) frames.pop();
      frames.push({ ...joined.frame, part: index });
    } else if (own !== null) frames.push(own);
    if (joined === null && own === null) waiting = stillWaiting(part, waiting);
    else if (merged === null) waiting = [];
  });
  return frames.filter(({ change: change3, size, negated }) => negated || size !== null || change3?.needsSize !== true);
}
function frameOf(spot) {
  if (changeIn(spot.part) !== null) return changeFrame(spot);
  if (asMuchIn(spot.part) !== null) return asMuchFrame(spot);
  return pairFrame(spot) ?? ratioFrame(spot);
}
function stillWaiting(part, waiting) {
  const nouns2 = nounsIn(part).map(({ noun: noun2 }) => noun2);
  if (nouns2.length === 0 || saysHow(part)) return waiting;
  return part.link === "and" ? [...waiting, ...nouns2] : nouns2;
}
var saysHow = (part) => changeIn(part) !== null || asMuchIn(part) !== null;
function restated(part, previous) {
  const pair = pairIn(part);
  if (pair === null || nounsIn(part).length > 0 || saysHow(part)) return null;
  const size = { how: "pair", pair: pair.pair };
  if (!canMeasure(size, part, previous.nouns)) return null;
  return { frame: { ...previous, size: previous.size ?? size }, extends: true };
}
function adds({ how, quantity }, known) {
  if (known === null) return true;
  const open = known.how === "by" && (known.quantity.kind === "amount" || known.quantity.kind === "range");
  return open && how === "by" && quantity.kind === "percent";
}
var isBare = ({ tokens }) => tokens.every(({ kind, text: text2 }) => kind !== "word" || isFunctionWord(text2) || AMOUNT.test(text2));
function continued(part, previous) {
  if (saysHow(part)) return null;
  const { change: change3, size: known } = previous;
  const quantity = quantitiesIn(part)[0]?.quantity;
  const size = quantity === void 0 ? null : { how: known?.how === "times" ? "times" : "by", quantity };
  const nouns2 = nounsIn(part).map(({ noun: noun2 }) => noun2);
  if (nouns2.length === 0) {
    return size === null || !adds(size, known) ? null : { frame: { ...previous, size }, extends: true };
  }
  const fitting = nouns2.filter((noun2) => fits(noun2, change3 ?? { topic: null, sense: "same", implied: null }));
  const carriesItsOwn = change3 !== null && change3.implied !== null && change3.topic === null;
  if (part.link !== "and" || part.opens || fitting.length === 0 || !isBare(part) || carriesItsOwn)
    return null;
  if (size !== null && known !== null)
    return { frame: { ...previous, nouns: fitting, size }, extends: false };
  return {
    frame: { ...previous, nouns: [...previous.nouns, ...fitting], size: known ?? size },
    extends: true
  };
}

// node_modules/marked/lib/marked.esm.js
function G() {
  return { async: false, breaks: false, extensions: null, gfm: true, hooks: null, pedantic: false, renderer: null, silent: false, tokenizer: null, walkTokens: null };
}
var S = G();
function ue(l3) {
  S = l3;
}
var q = { exec: () => null };
function D(l3) {
  let e = [];
  return (t) => {
    let n = Math.max(0, Math.min(3, t - 1)), r = e[n];
    return r || (r = l3(n), e[n] = r), r;
  };
}
function g(l3, e = "") {
  let t = typeof l3 == "string" ? l3 : l3.source, n = { replace: (r, s) => {
    let o = typeof s == "string" ? s : s.source;
    return o = o.replace(O.caret, "$1"), t = t.replace(r, o), n;
  }, getRegex: () => new RegExp(t, e) };
  return n;
}
var _e = ((l3 = "") => {
  try {
    return !!new RegExp("(?<=1)(?<!1)" + l3);
  } catch {
    return false;
  }
})();
var O = { codeRemoveIndent: /^(?: {0,3}\t| {1,4})/gm, listInterruptsParagraph: /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/, outputLinkReplace: /\\([\[\]])/g, indentCodeCompensation: /^(\s+)(?:```)/, beginningSpace: /^\s+/, endingHash: /#$/, startingSpaceChar: /^ /, endingSpaceChar: / $/, endingSpaceTabChar: /[ \t]$/, nonSpaceChar: /[^ ]/, newLineCharGlobal: /\n/g, tabCharGlobal: /\t/g, leadingSpaceTab: /^[ \t]+/, multipleSpaceGlobal: /\s+/g, blankLine: /^[ \t]*$/, doubleBlankLine: /\n[ \t]*\n[ \t]*$/, blockquoteStart: /^ {0,3}>/, blockquoteSetextReplace: /\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g, blockquoteSetextReplace2: /^ {0,3}>[ \t]?/gm, blockquoteMarkerWhitespace: /^( {0,3}>)(\t[ \t]*)/gm, nestedBlockMarker: /^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/, listReplaceNesting: /^ {1,4}(?=( {4})*[^ ])/g, listIsTask: /^\[[ xX]\][ \t]+\S/, listReplaceTask: /^\[[ xX]\][ \t]+/, listTaskCheckbox: /\[[ xX]\]/, anyLine: /\n.*\n/, hrefBrackets: /^<(.*)>$/, tableDelimiter: /[:|]/, tableAlignChars: /^\||\| *$/g, tableRowBlankLine: /\n[ \t]*$/, tableAlignRight: /^ *-+: *$/, tableAlignCenter: /^ *:-+: *$/, tableAlignLeft: /^ *:-+ *$/, startATag: /^<a /i, endATag: /^<\/a>/i, startPreScriptTag: /^<(pre|code|kbd|script)(\s|>)/i, endPreScriptTag: /^<\/(pre|code|kbd|script)(\s|>)/i, startAngleBracket: /^</, endAngleBracket: />$/, pedanticHrefTitle: /^([^'"]*[^\s])\s+(['"])(.*)\2/, unicodeAlphaNumeric: /[\p{L}\p{N}]/u, numericCharacterReference: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/, numericCharacterReferenceOrAmpersand: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, escapeTest: /[&<>"']/, escapeReplace: /[&<>"']/g, escapeTestNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/, escapeReplaceNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, caret: /(^|[^\[])\^/g, percentDecode: /%25/g, findPipe: /\|/g, splitPipe: / \|/, slashPipe: /\\\|/g, carriageReturn: /\r\n|\r/g, spaceLine: /^ +$/gm, notSpaceStart: /^\S*/, endingNewline: /\n$/, listItemRegex: (l3) => new RegExp(`^( {0,3}${l3})((?:[	 ][^\\n]*)?(?:\\n|$))`), nextBulletRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)), hrRegex: D((l3) => new RegExp(`^ {0,${l3}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)), fencesBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:\`\`\`|~~~)`)), headingBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}#{1,6}(?:\\s|$)`)), pedanticHeadingBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}#`)), htmlBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:</?(?:${he})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`, "i")), blockquoteBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}>`)), nestedContainerMarkers: /^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/ };
var Ge = /^(?:[ \t]*(?:\n|$))+/;
var Ne = /^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/;
var Fe = /^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/;
var V = /^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/;
var Qe = /^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/;
var ce = / {0,3}(?:[*+-]|\d{1,9}[.)])/;
var he = "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
var J = g(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag", he).getRegex();
var $e = /^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/;
var Le = g($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g, "").replace(/html/g, J).getRegex();
var We = g($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g, / {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g, J).getRegex();
var de = /^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/;
var Ue = /^[^\n]+/;
var ge = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/;
var Ke = g(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label", ge).replace("title", /(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex();
var Xe = g(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g, ce).getRegex();
var ke = /<!--(?:-?>|[\s\S]*?(?:-->|$))/;
var Ve = g("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))", "i").replace("comment", ke).replace("tag", he).replace("attribute", /[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex();
var Ce = (l3) => g(de).replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("|table", "").replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", l3).replace("html", J).getRegex();
var Je = Ce(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/);
var Ye = Ce(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/);
var et = g(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph", Ye).getRegex();
var fe = { blockquote: et, code: Ne, def: Ke, fences: Fe, heading: Qe, hr: V, html: Ve, lheading: Le, list: Xe, newline: Ge, paragraph: Je, table: q, text: Ue };
var Pe = g("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("blockquote", " {0,3}>").replace("code", "(?: {4}| {0,3}	)[^\\n]").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html", J).getRegex();
var tt = { ...fe, lheading: We, table: Pe, paragraph: g(de).replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("table", Pe).replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html", J).getRegex() };
var nt = { ...fe, html: g(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment", ke).replace(/tag/g, "(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(), def: /^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/, heading: /^(#{1,6})(.*)(?:\n+|$)/, fences: q, lheading: /^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/, paragraph: g(de).replace("hr", V).replace("heading", ` *#{1,6} *[^
]`).replace("|table", "").replace("blockquote", " {0,3}>").replace("|fences", "").replace("|list", "").replace("|html", "").replace("|tag", "").replace("lheading", Le).getRegex() };
var rt = /^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/;
var st = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/;
var Ie = /^( {2,}|\\)\n(?!\s*$)[ \t]*/;
var it = /^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/;
var L = /[\p{P}\p{S}]/u;
var N = /[\s\p{P}\p{S}]/u;
var Y = /[^\s\p{P}\p{S}]/u;
var ot = g(/^((?![*_])punctSpace)/, "u").replace(/punctSpace/g, N).getRegex();
var at = /[\p{Pi}\p{Ps}"']/u;
var Ae = /(?!~)[\p{P}\p{S}]/u;
var lt = /(?!~)[\s\p{P}\p{S}]/u;
var ut = /(?:[^\s\p{P}\p{S}]|~)/u;
var pt = g(/link|precode-code|html/, "g").replace("link", /\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-", _e ? "(?<!`)()" : "(^^|[^`])").replace("code", /(?<b>`+)[^`]+\k<b>(?!`)/).replace("html", /<(?! )[^<>]*?>/).getRegex();
var Ee = /^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/;
var ct = g(Ee, "u").replace(/punct/g, L).getRegex();
var ht = g(Ee, "u").replace(/punct/g, Ae).getRegex();
var dt = /^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/;
var gt = g(dt, "u").replace(/openQuote/g, at).replace(/punct/g, L).getRegex();
var ze = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)";
var kt = g(ze, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var ft = g(ze, "gu").replace(/notPunctSpace/g, ut).replace(/punctSpace/g, lt).replace(/punct/g, Ae).getRegex();
var mt = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)";
var xt = g(mt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var bt = g("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)", "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var Rt = "^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)";
var Tt = g(Rt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var Ot = g(/^~~?(?:((?!~)punct)|[^\s~])/, "u").replace(/punct/g, L).getRegex();
var wt = "^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)";
var Pt = g(wt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var yt = g(/\\(punct)/, "gu").replace(/punct/g, L).getRegex();
var St = g(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/, "gu").replace(/punct/g, L).getRegex();
var _t = g(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme", /[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email", /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex();
var $t = g(ke).replace("(?:-->|$)", "-->").getRegex();
var Lt = g("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment", $t).replace("attribute", /\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex();
var Me = /\[(?:\\[\s\S]|[^\[\]\\])*\]/;
var ie = g(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets", Me).getRegex();
var Ct = g(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label", ie).replace("href", /<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title", /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex();
var It = g(/^!?\[(label)\]\[(ref)\]/).replace("label", ie).replace("ref", ge).getRegex();
var At = g(/^!?\[(ref)\](?:\[\])?/).replace("ref", ge).getRegex();
var ye = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/;
var Et = g(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets", Me).getRegex();
var zt = g("reflink|nolink(?!\\()", "g").replace("reflink", g(/^!?\[(label)\]\[(ref)\]/).replace("label", Et).replace("ref", ye).getRegex()).replace("nolink", g(/^!?\[(ref)\](?:\[\])?/).replace("ref", ye).getRegex()).getRegex();
var Se = /[hH][tT][tT][pP][sS]?|[fF][tT][pP]/;
var Mt = /[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/;
var Bt = g(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g, Mt).getRegex();
var me = { _backpedal: q, anyPunctuation: yt, anyPunctuationOutsideCode: St, autolink: _t, blockSkip: pt, br: Ie, code: st, del: q, delLDelim: q, delRDelim: q, emStrongLDelim: ct, emStrongRDelimAst: kt, emStrongRDelimUnd: bt, escape: rt, link: Ct, nolink: At, punctuation: ot, reflink: It, reflinkSearch: zt, tag: Lt, text: it, url: q };
var Dt = { ...me, emStrongLDelim: gt, emStrongRDelimAst: xt, emStrongRDelimUnd: Tt, link: g(/^!?\[(label)\]\((.*?)\)/).replace("label", ie).getRegex(), reflink: g(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label", ie).getRegex() };
var pe = { ...me, emStrongRDelimAst: ft, emStrongLDelim: ht, delLDelim: Ot, delRDelim: Pt, url: g(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol", Bt).replace("protocol", Se).replace("email", /[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(), _backpedal: /(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/, del: /^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/, text: g(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol", Se).replace(/emailProtocol/g, /(?:mailto|xmpp):/).replace("wwwStart", _e ? "(?<![^\\s*_~(])www\\." : "www\\.").getRegex() };
var qt = { ...pe, br: g(Ie).replace("{2,}", "*").getRegex(), text: g(pe.text).replace("\\b_", "\\b_| {2,}\\n").replace(/\{2,\}/g, "*").getRegex() };
var ee = { normal: fe, gfm: tt, pedantic: nt };
var F = { normal: me, gfm: pe, breaks: qt, pedantic: Dt };
var vt = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
var Be = (l3) => vt[l3];
function y(l3, e) {
  if (e) {
    if (O.escapeTest.test(l3)) return l3.replace(O.escapeReplace, Be);
  } else if (O.escapeTestNoEncode.test(l3)) return l3.replace(O.escapeReplaceNoEncode, Be);
  return l3;
}
function De(l3) {
  return O.numericCharacterReference.test(l3) ? l3.replace(O.numericCharacterReferenceOrAmpersand, (e, t, n) => {
    if (t === void 0 && n === void 0) return "&amp;";
    let r = t === void 0 ? Number.parseInt(n, 16) : Number.parseInt(t, 10);
    return r === 0 || r > 1114111 || r >= 55296 && r <= 57343 ? "�" : r === 38 ? "&amp;" : String.fromCodePoint(r);
  }) : l3;
}
function xe(l3) {
  try {
    l3 = encodeURI(l3).replace(O.percentDecode, "%");
  } catch {
    return null;
  }
  return l3;
}
function be(l3, e) {
  let t = l3.replace(O.findPipe, (s, o, i) => {
    let a = false, c = o;
    for (; --c >= 0 && i[c] === "\\"; ) a = !a;
    return a ? "|" : " |";
  }), n = t.split(O.splitPipe), r = 0;
  if (n[0].trim() || n.shift(), n.length > 0 && !n.at(-1)?.trim() && n.pop(), e) if (n.length > e) n.splice(e);
  else for (; n.length < e; ) n.push("");
  for (; r < n.length; r++) n[r] = n[r].trim().replace(O.slashPipe, "|");
  return n;
}
function C(l3, e, t) {
  let n = l3.length;
  if (n === 0) return "";
  let r = 0;
  for (; r < n; ) {
    let s = l3.charAt(n - r - 1);
    if (s === e && !t) r++;
    else if (s !== e && t) r++;
    else break;
  }
  return l3.slice(0, n - r);
}
function Re(l3) {
  let e = l3.split(`
`), t = e.length - 1;
  for (; t >= 0 && O.blankLine.test(e[t]); ) t--;
  return e.length - t <= 2 ? l3 : e.slice(0, t + 1).join(`
`);
}
function W(l3) {
  return l3.trim().replace(O.multipleSpaceGlobal, " ").toLowerCase().toUpperCase().toLowerCase();
}
function Te(l3, e) {
  if (l3.indexOf(e[0]) === -1 && l3.indexOf(e[1]) === -1) return -1;
  let t = 0;
  for (let n = 0; n < l3.length; n++) if (l3[n] === "\\") n++;
  else if (l3[n] === e[0]) t++;
  else if (l3[n] === e[1] && (t--, t < 0)) return n;
  return t > 0 ? -2 : -1;
}
var Q = /* @__PURE__ */ new WeakMap();
function Oe(l3) {
  let e = { "*": -1, _: -1 }, t = -1, n = l3.length;
  for (let r = 0; r < n; r++) {
    let s = l3[r];
    if (s !== "*" && s !== "_" && s !== "~") continue;
    let o = r === 0 ? `
` : l3[r - 1], i = r + 1;
    for (; i < n && l3[i] === s; ) i++;
    o !== " " && o !== "	" && o !== `
` && o !== "\r" && o !== "\f" && (s === "~" ? t = r : e[s] = r), r = i - 1;
  }
  return { maskedSrc: l3, lastPossibleEmStrongCloserIndex: e, lastPossibleDelCloserIndex: t };
}
function qe(l3, e) {
  let t = Oe(e), n = Q.get(l3);
  n ? n.push(t) : Q.set(l3, [t]);
}
function ve(l3) {
  let e = Q.get(l3);
  e && (e.pop(), e.length === 0 && Q.delete(l3));
}
function oe(l3, e, t) {
  let n = Q.get(l3)?.at(-1);
  return n && n.maskedSrc === e ? n.lastPossibleEmStrongCloserIndex[t] : Oe(e).lastPossibleEmStrongCloserIndex[t];
}
function ae(l3, e) {
  let t = Q.get(l3)?.at(-1);
  return t && t.maskedSrc === e ? t.lastPossibleDelCloserIndex : Oe(e).lastPossibleDelCloserIndex;
}
function te(l3, e = 0) {
  let t = e, n = "";
  for (let r of l3) if (r === "	") {
    let s = 4 - t % 4;
    n += " ".repeat(s), t += s;
  } else n += r, t++;
  return n;
}
function Ht(l3, e) {
  let t = "";
  for (let n = 0; n < l3.length; n++) {
    if (l3[n] === "`") {
      let r = e.inline.code.exec(l3.slice(n));
      if (r) {
        t += r[0], n += r[0].length - 1;
        continue;
      }
    }
    if (l3[n] === "\\" && (l3[n + 1] === "[" || l3[n + 1] === "]")) {
      t += l3[n + 1], n++;
      continue;
    }
    t += l3[n];
  }
  return t;
}
function He(l3, e, t, n, r) {
  let s = e.href, o = e.title || null, i = Ht(l3[1], r), a = l3[0].charAt(0) === "!", c = n.state.inLink, u = n.state.linkEmitted, d = n.state.inRawBlock;
  n.state.inLink = true, n.state.linkEmitted = false;
  let h = n.inlineTokens(i), p = n.state.linkEmitted;
  if (n.state.linkEmitted = u, n.state.inLink = c, !a) {
    if (p) {
      n.state.inRawBlock = d;
      return;
    }
    n.state.linkEmitted = true;
  }
  return { type: a ? "image" : "link", raw: t, href: s, title: o, text: i, tokens: h };
}
function Zt(l3, e, t) {
  let n = l3.match(t.other.indentCodeCompensation);
  if (n === null) return e;
  let r = n[1];
  return e.split(`
`).map((s) => {
    let o = s.match(t.other.beginningSpace);
    if (o === null) return s;
    let [i] = o;
    return s.slice(Math.min(i.length, r.length));
  }).join(`
`);
}
function Ze(l3, e, t, n) {
  if (!e.includes("<")) return false;
  for (let r = 0; r < e.length; r++) {
    if (e[r] === "\\") {
      r++;
      continue;
    }
    if (e[r] === "`") {
      let i = n.inline.code.exec(e.slice(r));
      if (i) {
        r += i[0].length - 1;
        continue;
      }
    }
    if (e[r] !== "<") continue;
    let s = l3.slice(t + r), o = n.inline.tag.exec(s) || n.inline.autolink.exec(s);
    if (o) {
      if (o[0].length > e.length - r) return true;
      r += o[0].length - 1;
    }
  }
  return false;
}
var _ = class {
  options;
  rules;
  lexer;
  constructor(e) {
    this.options = e || S;
  }
  space(e) {
    let t = this.rules.block.newline.exec(e);
    if (t && t[0].length > 0) return { type: "space", raw: t[0] };
  }
  code(e) {
    let t = this.rules.block.code.exec(e);
    if (t) {
      let n = this.options.pedantic ? t[0] : Re(t[0]), r = n.replace(this.rules.other.codeRemoveIndent, "");
      return { type: "code", raw: n, codeBlockStyle: "indented", text: r };
    }
  }
  fences(e) {
    let t = this.rules.block.fences.exec(e);
    if (t) {
      let n = t[0], r = Zt(n, t[3] || "", this.rules);
      return t[3] !== void 0 && (r === "" || r.endsWith(`
`)) && (r += `
`), { type: "code", raw: n, lang: t[2] ? t[2].trim().replace(this.rules.inline.anyPunctuation, "$1") : t[2], text: r };
    }
  }
  heading(e) {
    let t = this.rules.block.heading.exec(e);
    if (t) {
      let n = t[2].trim();
      if (this.rules.other.endingHash.test(n)) {
        let r = C(n, "#");
        (this.options.pedantic || !r || this.rules.other.endingSpaceTabChar.test(r)) && (n = r.trim());
      }
      return { type: "heading", raw: C(t[0], `
`), depth: t[1].length, text: n, tokens: this.lexer.inline(n) };
    }
  }
  hr(e) {
    let t = this.rules.block.hr.exec(e);
    if (t) return { type: "hr", raw: C(t[0], `
`) };
  }
  blockquote(e) {
    let t = this.rules.block.blockquote.exec(e);
    if (t) {
      let n = C(t[0], `
`).split(`
`), r = "", s = "", o = [];
      for (; n.length > 0; ) {
        let i = false, a = [], c;
        for (c = 0; c < n.length; c++) if (this.rules.other.blockquoteStart.test(n[c])) a.push(n[c]), i = true;
        else if (!i) a.push(n[c]);
        else break;
        n = n.slice(c);
        let u = a.join(`
`), d = u.replace(this.rules.other.blockquoteMarkerWhitespace, (k, m, b) => b.startsWith(" ") ? m + " " + b.slice(1) : m + te(b, m.length)).replace(this.rules.other.blockquoteSetextReplace, `
    $1`).replace(this.rules.other.blockquoteSetextReplace2, "");
        r = r ? `${r}
${u}` : u, s = s ? `${s}
${d}` : d;
        let h = this.lexer.state.top;
        if (this.lexer.state.top = true, this.lexer.blockTokens(d, o, true), this.lexer.state.top = h, n.length === 0) break;
        let p = o.at(-1);
        if (p?.type === "code" || p?.type === "heading" || p?.type === "hr" || p?.type === "html" || p?.type === "table") break;
        if (p?.type === "blockquote") {
          let k = p, m = n.join(`
`), b = k.raw + `
` + m.replace(this.rules.other.blockquoteSetextReplace2, ""), f = this.blockquote(b);
          o[o.length - 1] = f;
          let R = b.substring(f.raw.length).replace(/^\n/, ""), E = R ? R.split(`
`).length : 0, T = E ? n.slice(0, -E) : n;
          if (T.length > 0 && (r = `${r}
${T.join(`
`)}`), s = s.substring(0, s.length - k.text.length) + f.text, n = n.slice(T.length), n.length > 0 && this.rules.other.blockquoteStart.test(n[0])) continue;
          break;
        } else if (p?.type === "list") {
          let k = p, m = k.raw + `
` + n.join(`
`), b = this.list(m);
          o[o.length - 1] = b;
          let f = b.raw.length > k.raw.length ? m.slice(k.raw.length + 1, b.raw.length).split(`
`).length : 0;
          if (f > 0) {
            let R = n.slice(0, f).join(`
`);
            r = `${r}
${R}`, s = `${s}
${R}`;
          }
          if (n = n.slice(f), n.length > 0 && !this.rules.other.blockquoteStart.test(n[0])) break;
          continue;
        }
      }
      return { type: "blockquote", raw: r, tokens: o, text: s };
    }
  }
  list(e) {
    let t = this.rules.block.list.exec(e);
    if (t) {
      if (!this.options.pedantic && this.lexer.state.lastToken?.type === "text" && !this.rules.other.listInterruptsParagraph.test(e)) return;
      let n = e, r = () => n.length - e.length, s = t[1].trim(), o = s.length > 1, i = { type: "list", raw: "", ordered: o, start: o ? +s.slice(0, -1) : "", loose: false, items: [] };
      s = o ? `\\d{1,9}\\${s.slice(-1)}` : `\\${s}`, this.options.pedantic && (s = o ? s : "[*+-]");
      let a = this.rules.other.listItemRegex(s), c = false;
      for (; e; ) {
        let h = false, p = "";
        if (!(t = a.exec(e)) || this.rules.block.hr.test(e)) break;
        let k = r();
        e = e.substring(t[0].length);
        let m = t[2].split(`
`, 1)[0], b = t[1].length, f = this.options.pedantic ? te(m, b) : m.replace(this.rules.other.leadingSpaceTab, (H) => te(H, b)), R = e.split(`
`, 1)[0], E = !f.trim(), T = 0;
        if (this.options.pedantic ? (T = 2, p = f.trimStart()) : E ? T = b + 1 : (T = f.search(this.rules.other.nonSpaceChar), T = T > 4 ? 1 : T, p = f.slice(T), T += b), E && this.rules.other.blankLine.test(R) && (e = e.substring(R.length + 1), h = true), !h) {
          let H = this.rules.other.nextBulletRegex(T), K = this.rules.other.hrRegex(T), re = this.rules.other.fencesBeginRegex(T), B = this.options.pedantic ? this.rules.other.pedanticHeadingBeginRegex(T) : this.rules.other.headingBeginRegex(T), X = this.rules.other.htmlBeginRegex(T), se = this.rules.other.blockquoteBeginRegex(T), le = false;
          for (; e; ) {
            let we = e.split(`
`, 1)[0], Z;
            if (R = we, this.options.pedantic ? (R = R.replace(this.rules.other.listReplaceNesting, "  "), Z = R) : Z = R.replace(this.rules.other.leadingSpaceTab, ($) => te($)), re.test(R) || B.test(R) || X.test(R) || se.test(R) || H.test(R) || K.test(R)) break;
            if (Z.search(this.rules.other.nonSpaceChar) >= T || !R.trim()) p += `
` + Z.slice(T), le = false;
            else {
              if (E) break;
              let $ = f;
              if (!this.options.pedantic && !p.includes(`
`) && !f.includes("	")) {
                let j;
                for (; !K.test($) && (j = this.rules.other.nestedBlockMarker.exec($)); ) $ = $.slice(j[0].length);
                if (!$.trim()) break;
              }
              if ($.replace(this.rules.other.tabCharGlobal, "    ").search(this.rules.other.nonSpaceChar) >= 4 || re.test($) || B.test($) || X.test($) || K.test($)) break;
              if (!this.options.pedantic && !le) {
                let j = f.replace(this.rules.other.nestedContainerMarkers, "");
                if (this.rules.block.fences.test(j) || this.rules.block.heading.test(j) || this.rules.block.hr.test(j)) break;
              }
              let je = !this.options.pedantic && /^ {0,3}(?:=+|-+) *$/.test(R) && this.rules.block.lheading.test(`${f}
${R}`) ? `    ${Z.replace(/^ {0,3}/, "")}` : R;
              p += `
` + je, le = true;
            }
            E = !R.trim(), e = e.substring(we.length + 1), f = Z.slice(T);
          }
        }
        let U = n.slice(k, r());
        i.loose || (c ? i.loose = true : this.rules.other.doubleBlankLine.test(U) && (c = true)), i.items.push({ type: "list_item", raw: U, task: !!this.options.gfm && this.rules.other.listIsTask.test(p), loose: false, text: p, tokens: [] });
      }
      let u = i.items.at(-1);
      if (u) u.raw = u.raw.trimEnd(), u.text = u.text.trimEnd();
      else return;
      i.raw = n.slice(0, r()).trimEnd();
      let d = [];
      for (let h of i.items) if (this.lexer.state.top = false, d.push(this.lexer.inlineQueue.length), h.tokens = this.lexer.blockTokens(h.text, []), !i.loose) {
        let p = h.tokens.filter((m) => m.type === "space"), k = p.length > 0 && p.some((m) => this.rules.other.anyLine.test(m.raw));
        i.loose = k;
      }
      for (let h = 0; h < i.items.length; h++) {
        let p = i.items[h], k = p.tokens[0];
        if (p.task && (k?.type === "text" || k?.type === "paragraph")) {
          p.text = p.text.replace(this.rules.other.listReplaceTask, ""), k.raw = k.raw.replace(this.rules.other.listReplaceTask, ""), k.text = k.text.replace(this.rules.other.listReplaceTask, "");
          let m = this.lexer.inlineQueue;
          for (let f = d[h]; f < m.length; f++) if (m[f].tokens === k.tokens) {
            m[f].src = m[f].src.replace(this.rules.other.listReplaceTask, "");
            break;
          }
          let b = this.rules.other.listTaskCheckbox.exec(p.raw);
          if (b) {
            let f = { type: "checkbox", raw: b[0] + " ", checked: b[0] !== "[ ]" };
            p.checked = f.checked, i.loose ? p.tokens[0] && ["paragraph", "text"].includes(p.tokens[0].type) && "tokens" in p.tokens[0] && p.tokens[0].tokens ? (p.tokens[0].raw = f.raw + p.tokens[0].raw, p.tokens[0].text = f.raw + p.tokens[0].text, p.tokens[0].tokens.unshift(f)) : p.tokens.unshift({ type: "paragraph", raw: f.raw, text: f.raw, tokens: [f] }) : p.tokens.unshift(f);
          }
        } else p.task && (p.task = false);
      }
      if (i.loose) for (let h of i.items) {
        h.loose = true;
        for (let p of h.tokens) p.type === "text" && (p.type = "paragraph");
      }
      return i;
    }
  }
  html(e) {
    let t = this.rules.block.html.exec(e);
    if (t) {
      if (this.lexer.state.lastToken?.type === "paragraph" && !this.rules.other.htmlBeginRegex(4).test(e)) return;
      let n = Re(t[0]);
      return { type: "html", block: true, raw: n, pre: t[1] === "pre" || t[1] === "script" || t[1] === "style", text: n };
    }
  }
  def(e) {
    let t = this.rules.block.def.exec(e);
    if (t) {
      if (!this.rules.other.startAngleBracket.test(t[2]) && Te(t[2], "()") !== -1) return;
      let n = W(t[1]), r = t[2] ? t[2].replace(this.rules.other.hrefBrackets, "$1").replace(this.rules.inline.anyPunctuation, "$1") : "", s = t[3] ? t[3].substring(1, t[3].length - 1).replace(this.rules.inline.anyPunctuation, "$1") : t[3];
      return { type: "def", tag: n, raw: C(t[0], `
`), href: r, title: s };
    }
  }
  table(e) {
    let t = this.rules.block.table.exec(e);
    if (!t || !this.rules.other.tableDelimiter.test(t[2])) return;
    let n = be(t[1]), r = t[2].replace(this.rules.other.tableAlignChars, "").split("|"), s = t[3]?.trim() ? t[3].replace(this.rules.other.tableRowBlankLine, "").split(`
`) : [], o = { type: "table", raw: C(t[0], `
`), header: [], align: [], rows: [] };
    if (n.length === r.length) {
      for (let i of r) this.rules.other.tableAlignRight.test(i) ? o.align.push("right") : this.rules.other.tableAlignCenter.test(i) ? o.align.push("center") : this.rules.other.tableAlignLeft.test(i) ? o.align.push("left") : o.align.push(null);
      for (let i = 0; i < n.length; i++) o.header.push({ text: n[i], tokens: this.lexer.inline(n[i]), header: true, align: o.align[i] });
      for (let i of s) o.rows.push(be(i, o.header.length).map((a, c) => ({ text: a, tokens: this.lexer.inline(a), header: false, align: o.align[c] })));
      return o;
    }
  }
  lheading(e) {
    let t = this.rules.block.lheading.exec(e);
    if (t) {
      let n = t[1].trim();
      return { type: "heading", raw: C(t[0], `
`), depth: t[2].charAt(0) === "=" ? 1 : 2, text: n, tokens: this.lexer.inline(n) };
    }
  }
  paragraph(e) {
    let t = this.rules.block.paragraph.exec(e);
    if (t) {
      let n = t[1].charAt(t[1].length - 1) === `
` ? t[1].slice(0, -1) : t[1];
      return { type: "paragraph", raw: t[0], text: n, tokens: this.lexer.inline(n) };
    }
  }
  text(e) {
    let t = this.rules.block.text.exec(e);
    if (t) return { type: "text", raw: t[0], text: t[0], tokens: this.lexer.inline(t[0]) };
  }
  escape(e) {
    if (e.charCodeAt(0) !== 92) return;
    let t = this.rules.inline.escape.exec(e);
    if (t) return { type: "escape", raw: t[0], text: t[1] };
  }
  tag(e) {
    if (e.charCodeAt(0) !== 60) return;
    let t = this.rules.inline.tag.exec(e);
    if (t) return !this.lexer.state.inLink && this.rules.other.startATag.test(t[0]) ? this.lexer.state.inLink = true : this.lexer.state.inLink && this.rules.other.endATag.test(t[0]) && (this.lexer.state.inLink = false), !this.lexer.state.inRawBlock && this.rules.other.startPreScriptTag.test(t[0]) ? this.lexer.state.inRawBlock = true : this.lexer.state.inRawBlock && this.rules.other.endPreScriptTag.test(t[0]) && (this.lexer.state.inRawBlock = false), { type: "html", raw: t[0], inLink: this.lexer.state.inLink, inRawBlock: this.lexer.state.inRawBlock, block: false, text: t[0] };
  }
  link(e) {
    if (this.lexer.state.linkParenPossible === false) return;
    let t = e.charCodeAt(0);
    if (t !== 91 && t !== 33) return;
    let n = this.rules.inline.link.exec(e);
    if (n) {
      let r = n[0].charAt(0) === "!" ? 2 : 1;
      if (!this.options.pedantic && Ze(e, n[1], r, this.rules)) return;
      let s = n[2].trim();
      if (!this.options.pedantic && this.rules.other.startAngleBracket.test(s)) {
        if (!this.rules.other.endAngleBracket.test(s)) return;
        let c = C(s.slice(0, -1), "\\");
        if ((s.length - c.length) % 2 === 0) return;
      } else {
        let c = Te(n[2], "()");
        if (c === -2) return;
        if (c > -1) {
          let d = (n[0].indexOf("!") === 0 ? 5 : 4) + n[1].length + c;
          n[2] = n[2].substring(0, c), n[0] = n[0].substring(0, d).trim(), n[3] = "";
        }
      }
      let o = C(n[0].slice(0, -1), "\\");
      if ((n[0].length - o.length) % 2 === 0) return;
      let i = n[2], a = "";
      if (this.options.pedantic) {
        let c = this.rules.other.pedanticHrefTitle.exec(i);
        c && (i = c[1], a = c[3]);
      } else a = n[3] ? n[3].slice(1, -1) : "";
      return i = i.trim(), this.rules.other.startAngleBracket.test(i) && (this.options.pedantic && !this.rules.other.endAngleBracket.test(s) ? i = i.slice(1) : i = i.slice(1, -1)), He(n, { href: i && i.replace(this.rules.inline.anyPunctuation, "$1"), title: a && a.replace(this.rules.inline.anyPunctuation, "$1") }, n[0], this.lexer, this.rules);
    }
  }
  reflink(e, t) {
    let n = e.charCodeAt(0);
    if (n !== 91 && n !== 33) return;
    let r;
    if ((r = this.rules.inline.reflink.exec(e)) || (r = this.rules.inline.nolink.exec(e))) {
      let s = r[0].charAt(0) === "!" ? 2 : 1;
      if (!this.options.pedantic && Ze(e, r[1], s, this.rules)) return;
      let o = t[W(r[2] || r[1])];
      if (!o) {
        let i = r[0].charAt(0);
        return { type: "text", raw: i, text: i };
      }
      return He(r, o, r[0], this.lexer, this.rules);
    }
  }
  emStrong(e, t, n = "") {
    let r = this.rules.inline.emStrongLDelim.exec(e);
    if (!r || !r[1] && !r[2] && !r[3] && !r[4]) return;
    let s = r[0][0], o = n === s, i = t.length - e.length, a = i;
    for (; !this.options.pedantic && a > 0 && t[a - 1] === s; ) a--;
    let c = [...t.slice(Math.max(0, a - 2), a)].at(-1) ?? "", u = c === "*" || c === "_" || !!this.rules.inline.punctuation.exec(c);
    a < i && (n = c);
    let d = a < i ? u : n === "*" || n === "_" || !!this.rules.inline.punctuation.exec(n);
    if (r[4] && n.match(this.rules.other.unicodeAlphaNumeric)) return;
    let h = r[1] || r[3] || "";
    if (!h || !n || d) {
      let p = [...r[0]].length - 1, k, m, b = p, f = 0, R = i - a + p, E = !this.options.pedantic && !!c.trim() && (!!h || s === "*" && !u);
      if (s !== "*" && s !== "_") return;
      let T = s === "*" ? this.rules.inline.emStrongRDelimAst : this.rules.inline.emStrongRDelimUnd, U = oe(this, t, s), H = t.length - e.length + p;
      if (U < H) return;
      t = t.slice(-1 * e.length + p);
      let K = U - H;
      for (T.lastIndex = 0; (r = T.exec(t)) !== null && !(r.index > K); ) {
        if (k = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !k) continue;
        if (m = [...k].length, r[3] || r[4]) {
          b += m;
          continue;
        } else if ((r[5] || r[6] || E) && R % 3 && !((R + m) % 3)) {
          if (o && (r[5] || r[6])) break;
          f += m;
          continue;
        }
        if (b -= m, b > 0) continue;
        m = Math.min(m, m + b + f);
        let re = [...r[0]][0].length, B = e.slice(0, p + r.index + re + m);
        if (Math.min(p, m) % 2) {
          let se = B.slice(1, -1);
          return { type: "em", raw: B, text: se, tokens: this.lexer.inlineTokens(se) };
        }
        let X = B.slice(2, -2);
        return { type: "strong", raw: B, text: X, tokens: this.lexer.inlineTokens(X) };
      }
    }
  }
  codespan(e) {
    if (e.charCodeAt(0) !== 96) return;
    let t = this.rules.inline.code.exec(e);
    if (t) {
      let n = t[2].replace(this.rules.other.newLineCharGlobal, " "), r = this.rules.other.nonSpaceChar.test(n), s = this.rules.other.startingSpaceChar.test(n) && this.rules.other.endingSpaceChar.test(n);
      return r && s && (n = n.substring(1, n.length - 1)), { type: "codespan", raw: t[0], text: n };
    }
  }
  br(e) {
    let t = e.charCodeAt(0);
    if (t !== 32 && t !== 92 && t !== 10) return;
    let n = this.rules.inline.br.exec(e);
    if (n) return { type: "br", raw: n[0] };
  }
  del(e, t, n = "") {
    if (e.charCodeAt(0) !== 126) return;
    let r = this.rules.inline.delLDelim.exec(e);
    if (!r) return;
    if (!(r[1] || "") || !n || this.rules.inline.punctuation.exec(n)) {
      let o = [...r[0]].length - 1, i, a, c = o, u = this.rules.inline.delRDelim, d = ae(this, t), h = t.length - e.length + o;
      if (d < h) return;
      t = t.slice(-1 * e.length + o);
      let p = d - h;
      for (u.lastIndex = 0; (r = u.exec(t)) !== null && !(r.index > p); ) {
        if (i = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !i || (a = [...i].length, a !== o)) continue;
        if (r[3] || r[4]) {
          c += a;
          continue;
        }
        if (c -= a, c > 0) continue;
        a = Math.min(a, a + c);
        let k = [...r[0]][0].length, m = e.slice(0, o + r.index + k + a), b = m.slice(o, -o);
        return { type: "del", raw: m, text: b, tokens: this.lexer.inlineTokens(b) };
      }
    }
  }
  autolink(e) {
    if (e.charCodeAt(0) !== 60) return;
    let t = this.rules.inline.autolink.exec(e);
    if (t) {
      let n, r;
      return t[2] === "@" ? (n = t[1], r = "mailto:" + n) : (n = t[1], r = n), { type: "link", raw: t[0], text: n, href: r, autolink: true, tokens: [{ type: "text", raw: n, text: n }] };
    }
  }
  url(e) {
    let t;
    if (t = this.rules.inline.url.exec(e)) {
      let n, r;
      if (t[2] === "@") n = t[0], r = "mailto:" + n;
      else {
        let s;
        do
          s = t[0], t[0] = this.rules.inline._backpedal.exec(t[0])?.[0] ?? "";
        while (s !== t[0]);
        n = t[0], t[1] === "www." ? r = "http://" + t[0] : r = t[0];
      }
      return { type: "link", raw: t[0], text: n, href: r, autolink: true, tokens: [{ type: "text", raw: n, text: n }] };
    }
  }
  inlineText(e) {
    let t = this.rules.inline.text.exec(e);
    if (t) {
      let n = this.lexer.state.inRawBlock;
      return { type: "text", raw: t[0], text: n ? t[0] : De(t[0]), escaped: n };
    }
  }
};
var w = class l {
  tokens;
  options;
  state;
  inlineQueue;
  tokenizer;
  constructor(e) {
    this.tokens = [], this.tokens.links = /* @__PURE__ */ Object.create(null), this.options = e || S, this.options.tokenizer = this.options.tokenizer || new _(), this.tokenizer = this.options.tokenizer, this.tokenizer.options = this.options, this.tokenizer.lexer = this, this.inlineQueue = [], this.state = { inLink: false, inRawBlock: false, linkEmitted: false, linkParenPossible: true, top: true };
    let t = { other: O, block: ee.normal, inline: F.normal };
    this.options.pedantic ? (t.block = ee.pedantic, t.inline = F.pedantic) : this.options.gfm && (t.block = ee.gfm, this.options.breaks ? t.inline = F.breaks : t.inline = F.gfm), this.tokenizer.rules = t;
  }
  static get rules() {
    return { block: ee, inline: F };
  }
  static lex(e, t) {
    return new l(t).lex(e);
  }
  static lexInline(e, t) {
    return new l(t).inlineTokens(e);
  }
  lex(e) {
    e = e.replace(O.carriageReturn, `
`), this.blockTokens(e, this.tokens);
    for (let t = 0; t < this.inlineQueue.length; t++) {
      let n = this.inlineQueue[t];
      this.state.inRawBlock = false, this.inlineTokens(n.src, n.tokens);
    }
    return this.inlineQueue = [], this.tokens;
  }
  blockTokens(e, t = [], n = false) {
    this.tokenizer.lexer = this;
    let r = this.state.lastToken;
    this.options.pedantic && (e = e.replace(O.tabCharGlobal, "    ").replace(O.spaceLine, ""));
    let s = 1 / 0, o, i = this.options.gfm && !this.options.pedantic && this.tokenizer.paragraph === _.prototype.paragraph;
    for (; e; ) {
      if (e.length < s) s = e.length;
      else {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
      this.state.lastToken = t.at(-1);
      let a;
      if (this.options.extensions?.block?.some((u) => (a = u.call({ lexer: this }, e, t)) ? (e = e.substring(a.raw.length), t.push(a), true) : false)) continue;
      if (a = this.tokenizer.space(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        a.raw.length === 1 && u !== void 0 ? u.raw += `
` : t.push(a);
        continue;
      }
      if (a = this.tokenizer.code(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "paragraph" || u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.at(-1).src = u.text) : t.push(a);
        continue;
      }
      if (a = this.tokenizer.fences(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.heading(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.hr(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.blockquote(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.list(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.html(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.def(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "paragraph" || u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.raw, this.inlineQueue.at(-1).src = u.text) : (this.tokens.links[a.tag] || (this.tokens.links[a.tag] = { href: a.href, title: a.title }), t.push(a));
        continue;
      }
      if (a = this.tokenizer.table(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.lheading(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      let c = e;
      if (this.options.extensions?.startBlock) {
        let u = 1 / 0, d = e.slice(1), h;
        this.options.extensions.startBlock.forEach((p) => {
          h = p.call({ lexer: this }, d), typeof h == "number" && h >= 0 && (u = Math.min(u, h));
        }), u < 1 / 0 && u >= 0 && (c = e.substring(0, u + 1));
      }
      if (this.state.top && (a = this.tokenizer.paragraph(c))) {
        let u = t.at(-1);
        (n || u === o && i) && u?.type === "paragraph" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u.text, o = u) : (t.push(a), o = a), n = c.length !== e.length, e = e.substring(a.raw.length);
        continue;
      }
      if (a = this.tokenizer.text(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u.text) : t.push(a);
        continue;
      }
      if (e) {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
    }
    return this.state.top = true, this.state.lastToken = r, t;
  }
  inline(e, t = []) {
    return this.inlineQueue.push({ src: e, tokens: t }), t;
  }
  linkInText(e) {
    if (!e.includes("[")) return false;
    let t = this.tokenizer.rules.inline.link;
    for (let n of e.matchAll(this.tokenizer.rules.inline.blockSkip)) if (t.test(n[0]) && e.charAt(n.index - 1) !== "!") return true;
    for (let n of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)) {
      let r = n[0], s = r.lastIndexOf("[");
      if (!(r.charAt(0) === "!" || !Object.hasOwn(this.tokens.links, W(r.slice(s + 1, -1)))) && !(s > 1 && this.linkInText(r.slice(1, s - 1)))) return true;
    }
    return false;
  }
  inlineTokens(e, t = []) {
    this.tokenizer.lexer = this;
    let n = this.state.linkParenPossible;
    this.state.linkParenPossible = e.includes(")");
    try {
      return this.#t(e, t);
    } finally {
      this.state.linkParenPossible = n;
    }
  }
  #t(e, t) {
    let n = e.includes("*") || e.includes("_") || e.includes("~"), r = n || this.options.hooks?.emStrongMask || this.tokenizer.emStrong !== _.prototype.emStrong || this.tokenizer.del !== _.prototype.del ? this.#r(e) : e;
    if (!n) return this.#e(e, r, t);
    qe(this.tokenizer, r);
    try {
      return this.#e(e, r, t);
    } finally {
      ve(this.tokenizer);
    }
  }
  #e(e, t, n) {
    let r = false, s = "", o = 1 / 0;
    for (; e; ) {
      if (e.length < o) o = e.length;
      else {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
      r || (s = ""), r = false;
      let i;
      if (this.options.extensions?.inline?.some((u) => (i = u.call({ lexer: this }, e, n)) ? (e = e.substring(i.raw.length), n.push(i), true) : false)) continue;
      if (i = this.tokenizer.escape(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.tag(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.link(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.reflink(e, this.tokens.links)) {
        e = e.substring(i.raw.length);
        let u = n.at(-1);
        i.type === "text" && u?.type === "text" ? (u.raw += i.raw, u.text += i.text) : n.push(i);
        continue;
      }
      let a = e[0];
      if (a === "*" || a === "_") {
        let u = t.length - e.length;
        if (oe(this.tokenizer, t, a) <= u) {
          let h = 1;
          for (; h < e.length && e.charCodeAt(h) === a.charCodeAt(0); ) h++;
          let p = e.substring(0, h), k = n.at(-1);
          k?.type === "text" && !k.escaped ? (k.raw += p, k.text += p) : n.push({ type: "text", raw: p, text: p, escaped: false }), e = e.substring(h), s = a, r = true;
          continue;
        }
      } else if (a === "~") {
        let u = t.length - e.length;
        if (ae(this.tokenizer, t) <= u) {
          let h = 1;
          for (; h < e.length && e.charCodeAt(h) === 126; ) h++;
          let p = e.substring(0, h), k = n.at(-1);
          k?.type === "text" && !k.escaped ? (k.raw += p, k.text += p) : n.push({ type: "text", raw: p, text: p, escaped: false }), e = e.substring(h), s = a, r = true;
          continue;
        }
      }
      if (i = this.tokenizer.emStrong(e, t, s)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.codespan(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.br(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.del(e, t, s)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.autolink(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (!this.state.inLink && (i = this.tokenizer.url(e))) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      let c = e;
      if (this.options.extensions?.startInline) {
        let u = 1 / 0, d = e.slice(1), h;
        this.options.extensions.startInline.forEach((p) => {
          h = p.call({ lexer: this }, d), typeof h == "number" && h >= 0 && (u = Math.min(u, h));
        }), u < 1 / 0 && u >= 0 && (c = e.substring(0, u + 1));
      }
      if (i = this.tokenizer.inlineText(c)) {
        e = e.substring(i.raw.length), i.raw.slice(-1) !== "_" && (s = i.raw.slice(-1)), r = true;
        let u = n.at(-1);
        u?.type === "text" ? (u.raw += i.raw, u.text += i.text) : n.push(i);
        continue;
      }
      if (e) {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
    }
    return n;
  }
  #n(e) {
    let { blockSkip: t, tag: n, autolink: r } = this.tokenizer.rules.inline, s = "", o = 0, i;
    for (t.lastIndex = 0; i = t.exec(e); ) {
      let a = i.index + (i[2] ? i[2].length : 0), c = i.index + i[0].length;
      if (e.charAt(a) === "<") {
        let u = e.slice(a), d = n.exec(u) || r.exec(u);
        if (!d) {
          t.lastIndex = a + 1;
          continue;
        }
        c = a + d[0].length, t.lastIndex = c;
      }
      s += e.slice(o, a) + "[" + "a".repeat(c - a - 2) + "]", o = c;
    }
    return s + e.slice(o);
  }
  #r(e) {
    let t = e;
    if (this.tokens.links && e.includes("[")) {
      let n = this.tokenizer.rules.inline.reflinkSearch, r = (s) => {
        let o = s.lastIndexOf("[");
        if (!Object.hasOwn(this.tokens.links, W(s.slice(o + 1, -1)))) return s;
        if (o > 1 && s.charAt(0) !== "!") {
          let i = s.slice(1, o - 1);
          if (this.linkInText(i)) return "[" + i.replace(n, r) + "][" + "a".repeat(s.length - o - 2) + "]";
        }
        return "[" + "a".repeat(s.length - 2) + "]";
      };
      t = t.replace(n, r);
    }
    return t = t.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode, (n, r, s) => s ? "+".repeat(n.length) : r ? r + n.slice(r.length, -r.length).replace(/`/g, "+") + r : n), t = this.#n(t), t = this.options.hooks?.emStrongMask?.call({ lexer: this }, t) ?? t, t;
  }
  infiniteLoopError(e) {
    let t = "Infinite loop on byte: " + e;
    if (this.options.silent) console.error(t);
    else throw new Error(t);
  }
};
var I = class {
  options;
  parser;
  constructor(e) {
    this.options = e || S;
  }
  space(e) {
    return "";
  }
  code({ text: e, lang: t, escaped: n }) {
    let r = (t || "").match(O.notSpaceStart)?.[0], s = e ? e.replace(O.endingNewline, "") + `
` : "";
    return r ? '<pre><code class="language-' + y(r) + '">' + (n ? s : y(s, true)) + `</code></pre>
` : "<pre><code>" + (n ? s : y(s, true)) + `</code></pre>
`;
  }
  blockquote({ tokens: e }) {
    return `<blockquote>
${this.parser.parse(e)}</blockquote>
`;
  }
  html({ text: e }) {
    return e;
  }
  def(e) {
    return "";
  }
  heading({ tokens: e, depth: t }) {
    return `<h${t}>${this.parser.parseInline(e)}</h${t}>
`;
  }
  hr(e) {
    return `<hr>
`;
  }
  list(e) {
    let t = e.ordered, n = e.start, r = "";
    for (let i = 0; i < e.items.length; i++) {
      let a = e.items[i];
      r += this.listitem(a);
    }
    let s = t ? "ol" : "ul", o = t && n !== 1 ? ' start="' + n + '"' : "";
    return "<" + s + o + `>
` + r + "</" + s + `>
`;
  }
  listitem(e) {
    return `<li>${this.parser.parse(e.tokens)}</li>
`;
  }
  checkbox({ checked: e }) {
    return "<input " + (e ? 'checked="" ' : "") + 'disabled="" type="checkbox"> ';
  }
  paragraph({ tokens: e }) {
    return `<p>${this.parser.parseInline(e)}</p>
`;
  }
  table(e) {
    let t = "", n = "";
    for (let s = 0; s < e.header.length; s++) n += this.tablecell(e.header[s]);
    t += this.tablerow({ text: n });
    let r = "";
    for (let s = 0; s < e.rows.length; s++) {
      let o = e.rows[s];
      n = "";
      for (let i = 0; i < o.length; i++) n += this.tablecell(o[i]);
      r += this.tablerow({ text: n });
    }
    return r && (r = `<tbody>${r}</tbody>`), `<table>
<thead>
` + t + `</thead>
` + r + `</table>
`;
  }
  tablerow({ text: e }) {
    return `<tr>
${e}</tr>
`;
  }
  tablecell(e) {
    let t = this.parser.parseInline(e.tokens), n = e.header ? "th" : "td";
    return (e.align ? `<${n} align="${e.align}">` : `<${n}>`) + t + `</${n}>
`;
  }
  strong({ tokens: e }) {
    return `<strong>${this.parser.parseInline(e)}</strong>`;
  }
  em({ tokens: e }) {
    return `<em>${this.parser.parseInline(e)}</em>`;
  }
  codespan({ text: e }) {
    return `<code>${y(e, true)}</code>`;
  }
  br(e) {
    return "<br>";
  }
  del({ tokens: e }) {
    return `<del>${this.parser.parseInline(e)}</del>`;
  }
  link({ href: e, title: t, text: n, tokens: r, autolink: s }) {
    let o = s ? y(n, true) : this.parser.parseInline(r), i = xe(e);
    if (i === null) return o;
    e = y(i, s);
    let a = '<a href="' + e + '"';
    return t && (a += ' title="' + y(t) + '"'), a += ">" + o + "</a>", a;
  }
  image({ href: e, title: t, text: n, tokens: r }) {
    r && (n = this.parser.parseInline(r, this.parser.textRenderer));
    let s = xe(e);
    if (s === null) return y(n);
    e = s;
    let o = `<img src="${y(e)}" alt="${y(n)}"`;
    return t && (o += ` title="${y(t)}"`), o += ">", o;
  }
  text(e) {
    return "tokens" in e && e.tokens ? this.parser.parseInline(e.tokens) : "escaped" in e && e.escaped ? e.text : y(e.text);
  }
};
var z = class {
  parser;
  strong({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  em({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  codespan({ text: e }) {
    return e;
  }
  del({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  html({ text: e }) {
    return e;
  }
  text({ text: e }) {
    return e;
  }
  link({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  image({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  br() {
    return `
`;
  }
  checkbox({ raw: e }) {
    return e;
  }
};
var P = class l2 {
  options;
  renderer;
  textRenderer;
  constructor(e) {
    this.options = e || S, this.options.renderer = this.options.renderer || new I(), this.renderer = this.options.renderer, this.renderer.options = this.options, this.renderer.parser = this, this.textRenderer = new z(), this.textRenderer.parser = this;
  }
  static parse(e, t) {
    return new l2(t).parse(e);
  }
  static parseInline(e, t) {
    return new l2(t).parseInline(e);
  }
  parse(e) {
    this.renderer.parser = this;
    let t = "";
    for (let n = 0; n < e.length; n++) {
      let r = e[n];
      if (this.options.extensions?.renderers?.[r.type]) {
        let o = r, i = this.options.extensions.renderers[o.type].call({ parser: this }, o);
        if (i !== false || !["space", "hr", "heading", "code", "table", "blockquote", "list", "checkbox", "html", "def", "paragraph", "text"].includes(o.type)) {
          t += i === false ? "" : i ?? "";
          continue;
        }
      }
      let s = r;
      switch (s.type) {
        case "space": {
          t += this.renderer.space(s);
          break;
        }
        case "hr": {
          t += this.renderer.hr(s);
          break;
        }
        case "heading": {
          t += this.renderer.heading(s);
          break;
        }
        case "code": {
          t += this.renderer.code(s);
          break;
        }
        case "table": {
          t += this.renderer.table(s);
          break;
        }
        case "blockquote": {
          t += this.renderer.blockquote(s);
          break;
        }
        case "list": {
          t += this.renderer.list(s);
          break;
        }
        case "checkbox": {
          t += this.renderer.checkbox(s);
          break;
        }
        case "html": {
          t += this.renderer.html(s);
          break;
        }
        case "def": {
          t += this.renderer.def(s);
          break;
        }
        case "paragraph": {
          t += this.renderer.paragraph(s);
          break;
        }
        case "text": {
          t += this.renderer.text(s);
          break;
        }
        default: {
          let o = 'Token with "' + s.type + '" type was not found.';
          if (this.options.silent) return console.error(o), "";
          throw new Error(o);
        }
      }
    }
    return t;
  }
  parseInline(e, t = this.renderer) {
    this.renderer.parser = this;
    let n = "";
    for (let r = 0; r < e.length; r++) {
      let s = e[r];
      if (this.options.extensions?.renderers?.[s.type]) {
        let i = this.options.extensions.renderers[s.type].call({ parser: this }, s);
        if (i !== false || !["escape", "html", "link", "image", "checkbox", "strong", "em", "codespan", "br", "del", "text"].includes(s.type)) {
          n += i === false ? "" : i ?? "";
          continue;
        }
      }
      let o = s;
      switch (o.type) {
        case "escape": {
          n += t.text(o);
          break;
        }
        case "html": {
          n += t.html(o);
          break;
        }
        case "link": {
          n += t.link(o);
          break;
        }
        case "image": {
          n += t.image(o);
          break;
        }
        case "checkbox": {
          n += t.checkbox(o);
          break;
        }
        case "strong": {
          n += t.strong(o);
          break;
        }
        case "em": {
          n += t.em(o);
          break;
        }
        case "codespan": {
          n += t.codespan(o);
          break;
        }
        case "br": {
          n += t.br(o);
          break;
        }
        case "del": {
          n += t.del(o);
          break;
        }
        case "text": {
          n += t.text(o);
          break;
        }
        default: {
          let i = 'Token with "' + o.type + '" type was not found.';
          if (this.options.silent) return console.error(i), "";
          throw new Error(i);
        }
      }
    }
    return n;
  }
};
var A = class {
  options;
  block;
  constructor(e) {
    this.options = e || S;
  }
  static passThroughHooks = /* @__PURE__ */ new Set(["preprocess", "postprocess", "processAllTokens", "emStrongMask"]);
  static passThroughHooksRespectAsync = /* @__PURE__ */ new Set(["preprocess", "postprocess", "processAllTokens"]);
  preprocess(e) {
    return e;
  }
  postprocess(e) {
    return e;
  }
  processAllTokens(e) {
    return e;
  }
  emStrongMask(e) {
    return e;
  }
  provideLexer(e = this.block) {
    return e ? w.lex : w.lexInline;
  }
  provideParser(e = this.block) {
    return e ? P.parse : P.parseInline;
  }
};
function M(l3, e) {
  if (Array.isArray(e)) for (let t = 0; t < e.length; t++) l3.push(e[t]);
  else l3.push(e);
}
var ne = class {
  defaults = G();
  options = this.setOptions;
  parse = this.parseMarkdown(true);
  parseInline = this.parseMarkdown(false);
  Parser = P;
  Renderer = I;
  TextRenderer = z;
  Lexer = w;
  Tokenizer = _;
  Hooks = A;
  constructor(...e) {
    this.use(...e);
  }
  walkTokens(e, t) {
    let n = [];
    for (let r of e) switch (M(n, t.call(this, r)), r.type) {
      case "table": {
        let s = r;
        for (let o of s.header) M(n, this.walkTokens(o.tokens, t));
        for (let o of s.rows) for (let i of o) M(n, this.walkTokens(i.tokens, t));
        break;
      }
      case "list": {
        let s = r;
        M(n, this.walkTokens(s.items, t));
        break;
      }
      default: {
        let s = r;
        this.defaults.extensions?.childTokens?.[s.type] ? this.defaults.extensions.childTokens[s.type].forEach((o) => {
          let i = s[o].flat(1 / 0);
          M(n, this.walkTokens(i, t));
        }) : s.tokens && M(n, this.walkTokens(s.tokens, t));
      }
    }
    return n;
  }
  use(...e) {
    let t = this.defaults.extensions || { renderers: /* @__PURE__ */ Object.create(null), childTokens: /* @__PURE__ */ Object.create(null) };
    return e.forEach((n) => {
      let r = { ...n };
      if (r.async = this.defaults.async || r.async || false, n.extensions && (n.extensions.forEach((s) => {
        if (!s.name) throw new Error("extension name required");
        if ("renderer" in s) {
          let o = t.renderers[s.name];
          o ? t.renderers[s.name] = function(...i) {
            let a = s.renderer.apply(this, i);
            return a === false && (a = o.apply(this, i)), a;
          } : t.renderers[s.name] = s.renderer;
        }
        if ("tokenizer" in s) {
          if (!s.level || s.level !== "block" && s.level !== "inline") throw new Error("extension level must be 'block' or 'inline'");
          let o = t[s.level];
          o ? o.unshift(s.tokenizer) : t[s.level] = [s.tokenizer], s.start && (s.level === "block" ? t.startBlock ? t.startBlock.push(s.start) : t.startBlock = [s.start] : s.level === "inline" && (t.startInline ? t.startInline.push(s.start) : t.startInline = [s.start]));
        }
        "childTokens" in s && s.childTokens && (t.childTokens[s.name] = s.childTokens);
      }), r.extensions = t), n.renderer) {
        let s = this.defaults.renderer || new I(this.defaults);
        for (let o in n.renderer) {
          if (!(o in s)) throw new Error(`renderer '${o}' does not exist`);
          if (["options", "parser"].includes(o)) continue;
          let i = o, a = n.renderer[i], c = s[i];
          s[i] = (...u) => {
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d === false ? "" : d ?? "";
          };
        }
        r.renderer = s;
      }
      if (n.tokenizer) {
        let s = this.defaults.tokenizer || new _(this.defaults);
        for (let o in n.tokenizer) {
          if (!(o in s)) throw new Error(`tokenizer '${o}' does not exist`);
          if (["options", "rules", "lexer"].includes(o)) continue;
          let i = o, a = n.tokenizer[i], c = s[i];
          s[i] = (...u) => {
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d;
          };
        }
        r.tokenizer = s;
      }
      if (n.hooks) {
        let s = this.defaults.hooks || new A();
        for (let o in n.hooks) {
          if (!(o in s)) throw new Error(`hook '${o}' does not exist`);
          if (["options", "block"].includes(o)) continue;
          let i = o, a = n.hooks[i], c = s[i];
          A.passThroughHooks.has(o) ? s[i] = (u) => {
            if (s.options.async && A.passThroughHooksRespectAsync.has(o)) return (async () => {
              let h = await a.call(s, u);
              return c.call(s, h);
            })();
            let d = a.call(s, u);
            return c.call(s, d);
          } : s[i] = (...u) => {
            if (s.options.async) return (async () => {
              let h = await a.apply(s, u);
              return h === false && (h = await c.apply(s, u)), h;
            })();
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d;
          };
        }
        r.hooks = s;
      }
      if (n.walkTokens) {
        let s = this.defaults.walkTokens, o = n.walkTokens;
        r.walkTokens = function(i) {
          let a = [];
          return M(a, o.call(this, i)), s && M(a, s.call(this, i)), a;
        };
      }
      this.defaults = { ...this.defaults, ...r };
    }), this;
  }
  setOptions(e) {
    return this.defaults = { ...this.defaults, ...e }, this;
  }
  lexer(e, t) {
    return w.lex(e, t ?? this.defaults);
  }
  parser(e, t) {
    return P.parse(e, t ?? this.defaults);
  }
  parseMarkdown(e) {
    return (n, r) => {
      let s = { ...r }, o = { ...this.defaults, ...s }, i = this.onError(!!o.silent, !!o.async);
      if (this.defaults.async === true && s.async === false) return i(new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));
      if (typeof n > "u" || n === null) return i(new Error("marked(): input parameter is undefined or null"));
      if (typeof n != "string") return i(new Error("marked(): input parameter is of type " + Object.prototype.toString.call(n) + ", string expected"));
      if (o.hooks && (o.hooks.options = o, o.hooks.block = e), o.async) return (async () => {
        let a = o.hooks ? await o.hooks.preprocess(n) : n, u = await (o.hooks ? await o.hooks.provideLexer(e) : e ? w.lex : w.lexInline)(a, o), d = o.hooks ? await o.hooks.processAllTokens(u) : u;
        o.walkTokens && await Promise.all(this.walkTokens(d, o.walkTokens));
        let p = await (o.hooks ? await o.hooks.provideParser(e) : e ? P.parse : P.parseInline)(d, o);
        return o.hooks ? await o.hooks.postprocess(p) : p;
      })().catch(i);
      try {
        o.hooks && (n = o.hooks.preprocess(n));
        let c = (o.hooks ? o.hooks.provideLexer(e) : e ? w.lex : w.lexInline)(n, o);
        o.hooks && (c = o.hooks.processAllTokens(c)), o.walkTokens && this.walkTokens(c, o.walkTokens);
        let d = (o.hooks ? o.hooks.provideParser(e) : e ? P.parse : P.parseInline)(c, o);
        return o.hooks && (d = o.hooks.postprocess(d)), d;
      } catch (a) {
        return i(a);
      }
    };
  }
  onError(e, t) {
    return (n) => {
      if (n.message += `
Please report this to https://github.com/markedjs/marked.`, e) {
        let r = "<p>An error occurred:</p><pre>" + y(n.message + "", true) + "</pre>";
        return t ? Promise.resolve(r) : r;
      }
      if (t) return Promise.reject(n);
      throw n;
    };
  }
};
var v = new ne();
function x(l3, e) {
  return v.parse(l3, e);
}
x.options = x.setOptions = function(l3) {
  return v.setOptions(l3), x.defaults = v.defaults, ue(x.defaults), x;
};
x.getDefaults = G;
x.defaults = S;
function jt(...l3) {
  return v.use(...l3), x.defaults = v.defaults, ue(x.defaults), x;
}
x.use = jt;
x.walkTokens = function(l3, e) {
  return v.walkTokens(l3, e);
};
x.parseInline = v.parseInline;
x.Parser = P;
x.parser = P.parse;
x.Renderer = I;
x.TextRenderer = z;
x.Lexer = w;
x.lexer = w.lex;
x.Tokenizer = _;
x.Hooks = A;
x.parse = x;
var En = x.options;
var zn = x.setOptions;
var Mn = x.walkTokens;
var Bn = x.parseInline;
var qn = P.parse;
var vn = w.lex;

// src/claims/html.ts
var SILENT = /^(?:pre|code|blockquote|q|del|s|strike|samp|kbd|script|style)$/i;
var BOT_BEGINS = /auto-?generated|generated by|copilot:|coderabbit|renovate|dependabot/i;
var BOT_ENDS = /\bend of\b|\bend\b|copilot:.*end/i;
var PIECES = /<!--([\s\S]*?)(?:-->|$)|<(\/?)([a-z][\w-]*)\b[^>]{0,1000}>|[^<]+|</gi;
var HtmlReader = class {
  #open = [];
  #bot = false;
  /** Whether text at this point is not the author's own. */
  get silent() {
    return this.#bot || this.#open.length > 0;
  }
  /** The author's own text in a piece of HTML. */
  read(html) {
    let text2 = "";
    for (const [piece, comment, closing, name] of html.matchAll(PIECES)) {
      if (comment !== void 0) this.#comment(comment);
      else if (name !== void 0) {
        this.#tag(name.toLowerCase(), closing === "/");
        text2 += /^(?:br|p|div|li|tr|h\d|summary|details)$/i.test(name) ? "\n" : " ";
      } else if (!this.silent) text2 += piece;
    }
    return text2;
  }
  #tag(name, closes) {
    if (!SILENT.test(name)) return;
    if (!closes) this.#open.push(name);
    else if (this.#open.includes(name)) this.#open.length = this.#open.lastIndexOf(name);
  }
  #comment(comment) {
    if (this.#bot ? BOT_ENDS.test(comment) : BOT_BEGINS.test(comment)) this.#bot = !this.#bot;
  }
};

// src/claims/lexicon/context.ts
var MOODS = [
  ...rows(
    "hope",
    "should|might|may|could|would|ought to|shall|must",
    "hop(?:e|es|ed|ing)|hopefully|wish(?:es)?|ideally|expect(?:s|ed|ing)?|expectations?",
    "anticipat(?:e|es|ed)|projected|predicted|estimated|estimates?",
    "plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intention|aim(?:s|ed|ing)?|goals?|targets?",
    "targeting|objectives?|ambition|roadmap|milestones?",
    "wants?|wanted|need(?:s|ed)? to|needs? improvement|try|tries|trying|attempts?(?: to)?",
    "attempting|proposals?|propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|ideas?",
    "next (?:steps?|prs?|up|release|version|quarter|week|iteration|sprint)|later|eventually",
    "some day|someday|in (?:the|a) (?:near )?future|future(?: work)?|follow ups?|soon",
    "upcoming|once",
    "todos?|fixme|wip|tbd|not yet|still to do|out of scope|not done|not included|not part of",
    "left out|left for",
    "potential(?:ly)?|possib(?:le|ly)|can be (?:made|further|reduced|improved)|probabl[ye]",
    "likely|unlikely|presumably|perhaps|maybe|in theory|theoretical(?:ly)?|supposed to",
    "think|believe|guess|suspect|assum(?:e|es|ing)|doubt|imagine|wonder(?:s|ing)?|curious",
    "unsure|not sure|unclear|unknown|afraid",
    "see (?:if|whether)|whether|check (?:if|whether|that)|verify (?:that|if)",
    "test (?:if|whether)|investigat(?:e|es|ing)|explor(?:e|es|ing)|evaluat(?:e|ing)",
    "experiment(?:s|ing)? with|look(?:ing)? into|consider(?:s|ing)?",
    "let's|let us|lets see|please|request(?:s|ed)? (?:to|for)|feature request",
    "asked (?:to|for)|hard to say|cannot say|can't say|would like|opportunit(?:y|ies)",
    "room for|trying to|fail(?:s|ed)? to|used? case",
    "(?:we|i|you|they)(?:'ll| will)|will(?! not)|going to|gonna",
    "if (?:we|you|i) (?:ever|could|can|were|had)"
  ),
  ...rows(
    "cited",
    "(?:papers?|authors?|literature|preprint|article) (?:\\w+ )?(?:reports?|reported|claim(?:s|ed)?|says?|said|shows?|showed)",
    "(?:papers?|authors?|literature|preprint|article) (?:\\w+ )?(?:states?|finds?|found|gets?|got|achieves?|mentions?|lists?)",
    "(?:in|as reported in|from|by) the (?:\\S+ ){0,2}(?:paper|literature|authors)",
    "paper's|authors'|arxiv|according to|reportedly|supposedly|allegedly",
    "claim(?:s|ed|ing)?|vendors?|blog ?posts?|release notes|reviewers?",
    "upstream (?:says|reports)",
    "(?:he|she|they|someone|people|users?) (?:say|says|said|report|reports|reported)",
    "original publication|advertised|rumou?r(?:s|ed)?"
  ),
  ...rows(
    "repair",
    "fix(?:es|ed|ing)?|resolv(?:e|es|ed|ing)|address(?:es|ed|ing)?|debug(?:s|ging)?",
    "diagnos(?:e|es|ing)|undo(?:es|ing)?|revert(?:s|ed|ing)?|work(?:s|ed|ing)? around",
    "mitigat(?:e|es|ed|ing)|recover(?:s|ed|ing)?"
  ),
  ...rows("tried", "tried|experimented|reverted|rejected|abandoned|discarded"),
  ...rows(
    "past",
    "used to(?: be)?|(?:was|were|ran|took|needed|used)(?= [^,;.]{0,40}\\bbefore\\b)",
    "the (?:old|previous|former|original) (?:one|model|version|head|decoder|encoder|code|implementation|path) (?:was|is|were|had|has|ran|runs|took|takes|needed|needs|used|uses)"
  )
];
var PLAIN = [
  ...rows(
    null,
    "target (?:hardware|device|platform|machine|board|cpu|gpu|opset|model|runtime|latency class)s?",
    "as (?:expected|planned|intended|hoped)",
    "according to (?:our|my|the) (?:\\w+ )?(?:measurements?|benchmarks?|readings?|profil(?:er|ing)|numbers|tests?|own)",
    "should be noted",
    "will (?=\\w+ ?$)",
    "(?:this|it|that|which|patch|commit|pr|change|model|version|head|encoder|decoder) will(?: now)?",
    "no longer need(?:s|ed)? to|not only|not just|not merely|nothing but|possible to",
    "made possible|makes? it possible|as (?:small|fast|low|high|much|many) as possible",
    "mixture of experts|more experts",
    // What is no cost of a model, though its words are.
    "(?:batch|mini ?batch|step|kernel|image|input|output|vocab|vocabulary|hidden|patch|window|chunk|block|tile|group|crop|context|buffer|cache|queue|font|page|diff|sample|population|effect|filter|stride|head|embedding|beam|dataset|data|training set|test set) sizes?",
    "half precision|half float|half of the (?:time|tests)|second half|first half",
    "at the same time|first time|this time|every time|each time|for the time being|last time",
    "one time|real time|at run ?time|in time|over time|all the time|any time|some time",
    "time series|time ?steps?|compile time constants?|faster r cnn|faster rcnn|faster whisper",
    "fasterrcnn|faster transformer|fast path|slow path|code quality|code size|out of memory",
    "memory (?:mapped|mapping|leaks?|safe|safety|layout|format|error)s?|power of two",
    "powers of two|class weights?|loss weights?|weight sharing|sharing weights|shared weights",
    "parameter sharing|weight decay|learning rates?|precision and recall of",
    "performance tests?|edge (?:case|device)s?|latency (?:critical|sensitive)|speed of light",
    "map (?:of|to)|cost functions?|loss functions?|cost model|more than|less than|fewer than",
    "greater than|at least|at most|no more than|no less than|over(?= ~?\\d)|nearly|almost",
    "about|around|roughly|approximately|approx\\.?|some(?= \\d)|under(?= ~?\\d)",
    "faster than real time|than real time|more and more|once more|what is more|more of",
    "more or less|more importantly|less important|sooner or later|if possible|where possible",
    "new features?|regression tests?|regression suite|linear regression|logistic regression",
    "box regression|regression heads?|hit rates?|cost of living|up to date|drop ?out",
    "drop support|drop in replacement|cut ?off|cuts? (?:a|the) release|saved models?",
    "save(?:s|d)? (?:the|a|to)|keep in mind|match(?:es)? the (?:paper|spec|style|docs?)",
    "changes? (?:log|set|list)|time to market|maintenance costs?|development costs?",
    "(?:query|test|build|rendering|page|ui|db|ci|web) performance|data quality",
    "(?:cli|command line|function|config|query|hyper|constructor|method) ?(?:params|parameters)",
    "hyperparameters?|same weights|shar(?:e|es|ed|ing) (?:the )?same \\w+",
    "same (?:parameters|params) (?:as|for|in|across)",
    "support(?:s|ed|ing)?(?: for)? (?:more|additional|extra) \\w+|cache hits?",
    "sav(?:e|es|ed|ing) (?:the |model |best |all |its )*(?:weights|params|parameters|checkpoints?|models?|outputs?|predictions|activations|files?)",
    "side effects?|change ?log"
  )
];
var ELSEWHERE = [
  ...rows(
    null,
    // Tests, automation, tools.
    "(?:unit |integration |regression |e2e |smoke |slow |model )*(?:tests|test (?:suites?|runs?|cases?|time|jobs?|fixtures?|execution)|testing)",
    "pytest|unittests?|tox|nox|fixtures?|suites?",
    "ci|ci/cd|travis|jenkins|circleci|github actions",
    "(?:ci |github |build |test |release )+(?:pipelines?|workflows?|jobs?|runners?|actions)",
    "workflows?|runners?|builds?(?: times?| steps?| speeds?| sizes?)?",
    "compil(?:es|ation|ing)(?: times?)?|compile times?|linking|lint(?:er|ers|ing)?(?: time)?",
    "ruff|mypy|type check(?:s|ing|er)?|pre commit",
    "time ?outs?|intervals?|deadlines?|sleeps?|delays?|clips?|recordings?|polling|ttl",
    "(?:time )?to run the (?:benchmarks?|tests?|suite|eval\\w*|scripts?)|iteration speed",
    "development|debugging|feedback loops?|code reviews?|reviewing|onboarding|prototyping",
    "experimentation|turnaround|merge queue",
    "(?:pr|diff|patch|changes?|commit) (?:is|was|got|became|gets)(?= (?:\\S+ )?(?:larger|smaller|bigger|longer|shorter))",
    "dev server|assets?",
    // Pages and screens.
    "(?:docs|documentation|doc)(?: (?:page|site|pages|builds?|search))?|web ?sites?",
    "web ?pages?|web ?app|home ?page|landing page|pages?|sites?|dashboards?|ui|gui|front ?end",
    "notebooks?|readme|tutorials?|rendering",
    // What is shipped around the model.
    "(?:docker|container|base|runtime|ci) images?(?: sizes?)?|docker ?images?|docker",
    "dockerfile|containers?|image sizes?",
    "(?:python |release |pip )?(?:wheels?|packages?|installers?|tarballs?|sdists?)(?: sizes?)?",
    "(?:js |release |app |stripped )?(?:binar(?:y|ies)|bundles?|executables?|apks?)(?: sizes?)?",
    "node_modules|dependenc(?:y|ies)|repo(?:sitory)?(?: size)?|clones?|checkouts?|git",
    "install(?:s|ation|ing)?(?: times?| sizes?)?|imports?(?: times?)?",
    // Data on its way to the model, and what makes models.
    "data ?loaders?|(?:data|dataset|image) ?loading",
    "data (?:pipelines?|preparation|downloads?|processing|augmentation)|datasets?",
    "input pipelines?|pre ?processing|pre ?processors?|post ?processing|augmentations?",
    "image decoding|tokeni[sz](?:er|ers|ation|ing)|feature extraction",
    "training (?:loops?|scripts?|pipelines?|code)",
    "export(?:s|ing|er)?(?: to onnx)? (?:scripts?|time|step|process|takes|is|now|runs)",
    "exporter|conversion (?:time|script|step)s?|quanti[sz]ation (?:script|step|process)s?",
    "(?:eval|evaluation|benchmark|profiling|export|conversion) (?:scripts?|loops?|suites?|runs?|harness)",
    "scripts?|cli|command line",
    "api (?:responses?|servers?|calls?)|endpoints?|database|db|sql|logs?|logging",
    "download(?:ing|s)? (?:time|script)|downloading|uploads?|uploading|parsers?|parsing",
    "serializ(?:er|ation)|json|yaml"
  )
];
var OPEN_SECTIONS = /^(?:\W*)(?:not (?:done|included|in (?:this|scope))|what (?:this|the) .{1,20}(?:not|n't)|what (?:is|was) not|out of scope|future|next|to ?do|follow.?ups?|later|plans?|goals?|targets?|objectives?|roadmap|ideas?|open (?:questions|items|points)|questions|expect(?:ed|ations)|hypothes[ie]s|related work|references|background|prior work|alternatives?|rejected|known (?:issues|limitations)|limitations|motivation|remaining|left out|won'?t do|non-?goals?|wish ?list|acceptance criteria|requirements)/i;

// src/claims/table.ts
var BASE = /\b(?:before|base(?:line)?|main|master|old|previous|original|current|control|reference|fp32|float(?:32)?|dense|teacher)\b/i;
var HEAD = /\b(?:after|head|new|ours|this (?:pr|branch|change|patch)|pr|branch|now|proposed|candidate|optimi[sz]ed|quanti[sz]ed|int8|fp16|pruned|distilled|student|patched)\b/i;
var DIFFERENCE = /^[-+−]\s?\d|(?:->|→)/;
var SPEED_UP = /\bspeed-?\s?up\b/i;
function sentencesOfTable(header, rows2) {
  const [base, head] = columnsOf(header);
  if (base !== -1 && head !== -1) return rows2.map((row) => change(row[0], row[base], row[head]));
  const old = rows2.find(([label = ""]) => BASE.test(label) && !HEAD.test(label));
  const now = rows2.find((row) => row !== old && HEAD.test(row[0] ?? ""));
  if (old !== void 0 && now !== void 0) {
    return header.slice(1).map((label, column) => change(label, old[column + 1], now[column + 1]));
  }
  return rows2.flatMap(
    ([label = "", ...cells]) => cells.flatMap((cell, column) => {
      if (SPEED_UP.test(header[column + 1] ?? "") && /\d/.test(cell)) return [`${cell} speedup`];
      return DIFFERENCE.test(cell) ? [`${plain(label)} ${cell}`] : [];
    })
  );
}
function columnsOf(header) {
  const values = header.map((label, index) => index === 0 ? "" : label);
  const head = values.findIndex((label) => HEAD.test(label));
  return [values.findIndex((label, index) => index !== head && BASE.test(label)), head];
}
var change = (label = "", base = "", head = "") => `${plain(label)}: ${value(base)} -> ${value(head)}`;
var plain = (label) => label.replace(/[()[\]*_,:↓↑/]+/g, " ").trim();
var value = (cell) => cell.replace(/\s*(?:±|\+\/-)\s*[\d.]+/g, "").replace(/\(.*?\)/g, "").trim();

// src/claims/markdown.ts
var BOT_SECTION = /summary by|coderabbit|copilot|walkthrough|auto-?generated|generated by|release notes/i;
var BOT_OPENING = /^(?:Bumps (?:\[|`|the )|This PR contains the following updates)/;
var TRAILER = /^[A-Za-z-]+-by: .*$|^(?:change-id|cc|git-svn-id): .*$/gim;
var QUOTATIONS = /"[^"\n]{1,400}"|“[^”]{1,400}”|«[^»]{1,400}»|(?<=^|\s)'[^'\n]{3,400}'(?=[\s.,;:!?)]|$)/g;
var BOLD_LINE = /^\s*(\*\*|__).{1,80}\1:?\s*$/;
var DEEP_QUOTATION = /(?:>[ \t]*){20,}/g;
var OMITTED = "…";
function blocksOf(markdown) {
  const flat = markdown.replace(/\r\n?/g, "\n").replace(DEEP_QUOTATION, ">");
  return new MarkdownReader().read(vn(flat));
}
var MarkdownReader = class {
  #blocks = [];
  #html = new HtmlReader();
  /** Headings that hold, outermost first. */
  #headings = [];
  #ended = false;
  read(tokens) {
    this.#readAll(tokens, null);
    return this.#blocks;
  }
  #readAll(tokens, intro) {
    let introduction = intro;
    for (const token of tokens) {
      this.#readOne(token, introduction);
      if (token.type === "paragraph" || token.type === "text") {
        const last = this.#inline(token).trim().split("\n").at(-1) ?? "";
        introduction = last.endsWith(":") || BOLD_LINE.test(token.raw) ? last : intro;
      } else if (token.type === "list" || token.type === "table") introduction = intro;
    }
  }
  #readOne(token, intro) {
    switch (token.type) {
      case "heading":
        this.#heading(token);
        return;
      case "paragraph":
      case "text":
        this.#paragraph(token, intro);
        return;
      case "list":
        for (const item of token.items) {
          if (item.task && item.checked !== true) continue;
          this.#readAll(item.tokens, intro);
        }
        return;
      case "table": {
        const { header, rows: rows2 } = token;
        const cells = (row) => row.map(({ tokens }) => this.#inlineAll(tokens));
        for (const sentence of sentencesOfTable(cells(header), rows2.map(cells))) this.#add(sentence, intro);
        return;
      }
      case "html":
        this.#add(this.#html.read(token.raw), intro);
        return;
      default:
        return;
    }
  }
  #heading(token) {
    const text2 = this.#inline(token);
    this.#headings = this.#headings.filter(({ depth }) => depth < token.depth);
    this.#add(text2, null);
    this.#headings.push({ depth: token.depth, text: text2 });
  }
  #paragraph(token, intro) {
    if (BOT_OPENING.test(token.raw)) this.#ended = true;
    this.#add(this.#inline(token), intro);
  }
  #add(text2, intro) {
    const context = [...this.#headings.map((heading) => heading.text), ...intro === null ? [] : [intro]];
    if (this.#ended || context.some((line) => OPEN_SECTIONS.test(line) || BOT_SECTION.test(line))) return;
    const own = text2.replace(TRAILER, "").replace(QUOTATIONS, OMITTED).trim();
    if (own !== "") this.#blocks.push({ text: own, context });
  }
  #inlineAll(tokens) {
    return tokens.map((token) => this.#inline(token)).join("");
  }
  /** The text of inline tokens, without what is code or struck out. */
  #inline(token) {
    if (token.type === "html") return this.#html.read(token.raw);
    if (token.type === "codespan") {
      const { text: text3 } = token;
      return this.#html.silent ? "" : namesIndicator(text3) ? text3 : OMITTED;
    }
    if (token.type === "del" || token.type === "image") return "";
    if (token.type === "br") return "\n";
    const { tokens, text: text2 = "" } = token;
    if (tokens !== void 0) return this.#inlineAll(tokens);
    return this.#html.silent ? "" : text2;
  }
};

// src/claims/pairs.ts
var OLD = String.raw`(?:before|was|were|had|old|previous(?:ly)?|formerly|original(?:ly)?|baseline|base|main|master|used to|took|needed)`;
var NEW = String.raw`(?:after|now|new|this (?:pr|branch|change)|becomes?|became|ours|head)`;
var SOFT = String.raw`(?:about|around|roughly|only|just|approx\.?|some|nearly|almost|~|≈|\s|\w*flops?|\w*macs?|params?|parameters|ops|\/ ?\w+|\*)*`;
var PATTERNS = [
  { between: new RegExp(`^${SOFT}(?:-+>|=+>|⇒|➜|➔)${SOFT}$`, "i"), baseFirst: true },
  {
    before: new RegExp(String.raw`\bfrom ${SOFT}$`, "i"),
    between: /^[^.;]{0,30}?\bto\b[^.;]{0,15}$/i,
    baseFirst: true
  },
  { between: new RegExp(`^${SOFT}(?:down|up) to ${SOFT}$`, "i"), baseFirst: true },
  {
    before: new RegExp(String.raw`\b${OLD}\b[^,;]{0,20}$`, "i"),
    between: new RegExp(`\\b${NEW}\\b`, "i"),
    baseFirst: true
  },
  {
    between: new RegExp(`^[^,;]{0,6}\\b${OLD}\\b.{0,30}$`, "i"),
    after: new RegExp(`^.{0,12}\\b${NEW}\\b`, "i"),
    baseFirst: true
  },
  {
    between: /^[^,;]{0,12}\b(?:main|master|base|baseline|before|old)\b\)?\s*(?:vs\.?|versus|against)\b.{0,12}$/i,
    baseFirst: true
  },
  {
    between: /^[^.;]{0,25}?\b(?:from|instead of|rather than|vs\.?|versus|against|as opposed to|compared (?:to|with)|in place of)\b[^.;]{0,20}$/i,
    baseFirst: false
  },
  {
    between: new RegExp(`^[^.;]{0,15}[,(]? ?(?:it |this |which |that )?\\b${OLD}\\b[^.;]{0,15}$`, "i"),
    baseFirst: false
  },
  {
    between: /^[^.;]{0,20},\s?$/,
    after: /^\s*(?:before|previously|earlier|on (?:main|master))\b/i,
    baseFirst: false
  },
  { between: /^\s?[;,(]\s?(?:before|previously|formerly)\b[^.;]{0,20}$/i, baseFirst: false },
  { between: /^\s?(?:to)\s$/i, baseFirst: true }
];
function joinPairs(sentence, tokens) {
  const joined = [];
  for (let index = 0; index < tokens.length; index++) {
    const first = tokens[index];
    const next = tokens.findIndex(({ kind }, later) => later > index && kind === "quantity");
    const second = tokens[next];
    const pair = first?.kind === "quantity" && second?.kind === "quantity" ? pairOf(sentence, first, second) : null;
    if (first === void 0) break;
    if (pair === null || second === void 0) {
      joined.push(first);
      continue;
    }
    joined.push(...tokens.slice(index + 1, next).filter(({ kind }) => kind === "noun"));
    joined.push({
      kind: "pair",
      pair,
      text: sentence.slice(first.start, second.end),
      start: first.start,
      end: second.end
    });
    index = next;
  }
  return joined;
}
function pairOf(sentence, first, second) {
  const [left, right] = [sized(first.quantity), sized(second.quantity)];
  if (left === null || right === null) return null;
  const dimension = left.dimension === "plain" ? right.dimension : left.dimension;
  if (right.dimension !== "plain" && right.dimension !== dimension) return null;
  const place = {
    before: sentence.slice(Math.max(0, first.start - 40), first.start),
    between: sentence.slice(first.end, second.start),
    after: sentence.slice(second.end, second.end + 20)
  };
  const pattern = PATTERNS.find(
    ({ before, between, after }) => between.test(place.between) && (before?.test(place.before) ?? true) && (after?.test(place.after) ?? true)
  );
  if (pattern === void 0) return null;
  const [one, other] = [inUnitOf(left, right), inUnitOf(right, left)];
  const [base, head] = pattern.baseFirst ? [one, other] : [other, one];
  if (base.value <= 0) return null;
  return {
    ratio: head.value / base.value,
    low: Math.max(0, head.value - head.half) / (base.value + base.half),
    high: (head.value + head.half) / Math.max(base.value - base.half, Number.MIN_VALUE),
    dimension
  };
}
function inUnitOf(amount2, other) {
  if (amount2.dimension !== "plain" || other.dimension === "plain") return amount2;
  return { ...amount2, value: amount2.value * other.unit, half: amount2.half * other.unit };
}
function sized(quantity) {
  if (quantity.kind === "percent")
    return quantity.sign === 0 ? { ...quantity, dimension: "percent", unit: 0.01 } : null;
  if (quantity.kind !== "amount" || quantity.sign !== 0) return null;
  return { ...quantity, unit: quantity.unit };
}

// src/claims/sentences.ts
var ABBREVIATIONS = /\b(?:e\.g|i\.e|vs|approx|ca|incl|etc|cf|resp|no|fig|al|avg|max|min)\.$/i;
var WRAPPED = 55;
function sentencesOf(text2) {
  return logicalLines(text2).flatMap(splitLine);
}
function logicalLines(text2) {
  const lines = text2.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return lines.reduce((joined, line, index) => {
    const previous = lines[index - 1];
    const broken = previous === void 0 || previous.length < WRAPPED && /^[\p{Lu}*•–-]/u.test(line) || /[.!?:;]$/.test(previous);
    if (broken) return [...joined, line];
    return [...joined.slice(0, -1), `${joined.at(-1) ?? ""} ${line}`];
  }, []);
}
function splitLine(line) {
  const sentences = [];
  let start = 0;
  for (const { index } of line.matchAll(/(?<=[.!?…]["'”)]?) +(?=["'“(*]?[\p{L}\p{N}~≈+-])/gu)) {
    if (ABBREVIATIONS.test(line.slice(start, index))) continue;
    sentences.push(line.slice(start, index).trim());
    start = index;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => sentence !== "");
}

// src/claims/size.ts
function state(noun2, sense, size, negated) {
  const ratio = size === null ? null : ratioOf(noun2, sense, size);
  const told = ratio !== null && size?.how !== "by";
  const direction = told ? directionOf(noun2, ratio.ratio) : directionOfSense(noun2, sense);
  if (negated)
    return direction === "worse" || direction === "differs" ? { direction: "same", ratio: null } : null;
  if (direction === null || direction === "differs") return null;
  return { direction, ratio: direction === "same" && !told ? null : ratio };
}
function directionOf({ better, inverse: inverse2 }, ratio) {
  if (ratio === 1) return "same";
  return ratio < 1 === (inverse2 || better === "lower") ? "better" : "worse";
}
function directionOfSense({ better }, sense) {
  if (sense === "down") return better === "lower" ? "better" : "worse";
  if (sense === "up") return better === "higher" ? "better" : "worse";
  return sense;
}
function ratioOf(noun2, sense, size) {
  if (size.how === "pair") {
    const { pair } = size;
    return noun2.inverse && pair.dimension !== "time" ? reciprocal(pair) : pair;
  }
  const { quantity, how } = size;
  if (quantity.kind === "range" || quantity.kind === "amount") return null;
  if (noun2.indicator === "quality" && quantity.kind === "percent" && how !== "times") return null;
  const { value: value2, half } = quantity;
  const apply = how === "by" ? changeBy(noun2, sense, quantity) : (amount2) => amount2;
  const [one, other] = [apply(value2 - half), apply(value2 + half)];
  const found = { ratio: apply(value2), low: Math.min(one, other), high: Math.max(one, other) };
  if (found.ratio < 0 || !Number.isFinite(found.ratio)) return null;
  return noun2.inverse ? reciprocal(found) : { ...found, low: Math.max(0, found.low) };
}
function changeBy(noun2, sense, quantity) {
  const falls = sense !== null && fallsBy(noun2, sense);
  if (quantity.kind === "percent") return (amount2) => falls ? 1 - amount2 : 1 + amount2;
  return (amount2) => falls && amount2 > 1 ? 1 / amount2 : amount2;
}
var fallsBy = ({ better }, sense) => sense === "down" || sense === "better" && better === "lower" || sense === "worse" && better === "higher";
var reciprocal = ({ ratio, low, high }) => ({
  ratio: 1 / ratio,
  low: 1 / high,
  high: 1 / low
});

// src/claims/standing.ts
function stands(parts, { part, size }, { direction }) {
  const bare = size?.how !== "pair";
  const clause = parts.slice(clauseStart(parts, part), part + 1);
  const moods = clause.flatMap(moodsIn);
  if (moods.includes("hope") || moods.includes("cited")) return false;
  if (moods.includes("repair") && direction === "worse") return false;
  const own = parts[part];
  if (own !== void 0 && bare && moodsIn(own).includes("past")) return false;
  if (direction === "worse" && parts.slice(0, part + 1).flatMap(moodsIn).includes("tried"))
    return false;
  if (isAfterthought(parts[part + 1])) return false;
  return !isElsewhere(clause);
}
function clauseStart(parts, part) {
  for (let index = part; index > 0; index--) {
    const link2 = parts[index]?.link;
    if (link2 === "but" || link2 === "stop") return index;
  }
  return 0;
}
function isAfterthought(part) {
  if (part === void 0 || !moodsIn(part).includes("hope")) return false;
  return changeIn(part) === null && nounsIn(part).length + quantitiesIn(part).length === 0 && wordsIn(part) <= 2;
}
function isElsewhere(clause) {
  for (const part of clause.toReversed()) {
    if (isAboutSomethingElse(part)) return true;
    if (nounsIn(part).some(({ text: text2 }) => !COMMON.test(text2))) return false;
  }
  return false;
}
var COMMON = /^(?:sizes?|time|memory|memory usage|speed|performance|ram|files?|loads?|loading|starts?|running|runtime|run ?time|bytes|cost)$/i;
var PREPOSITION2 = /^(?:in|on|under|by|from|per|through|after|during|inside|into|across|within|against)$/i;
function isAboutSomethingElse({ tokens }) {
  return tokens.some(({ kind }, index) => {
    if (kind !== "elsewhere") return false;
    const before = tokens.slice(Math.max(0, index - 3), index).reverse();
    const preposition = before.findIndex(({ text: text2 }) => PREPOSITION2.test(text2));
    return preposition === -1 || before.slice(0, preposition).some((token) => token.kind === "change" || token.kind === "noun");
  });
}

// src/claims/lexicon/changes.ts
var change2 = (sense, form, details = {}) => ({
  sense,
  form,
  implied: null,
  topic: null,
  factor: null,
  needsSize: false,
  attributive: false,
  ...details
});
var SPEED = { ...LATENCY, better: "higher", inverse: true };
var QUALITY = { ...MODEL_SIZE, indicator: "quality", better: "higher" };
var FLOPS = { ...MODEL_SIZE, indicator: "flops" };
var AS_SUCH = { ...MODEL_SIZE, indicator: EFFICIENCY, better: "higher" };
var reciprocal2 = (noun2) => ({ ...noun2, better: "higher", inverse: true });
var ofSpeed = { implied: SPEED, topic: "speed" };
var ofTime = { implied: LATENCY, topic: "speed", attributive: true };
var ofSize = { implied: MODEL_SIZE, topic: "size", attributive: true };
var CHANGES = [
  // Values that fall.
  ...rows(change2("down", "modifier"), "fewer|less|lower|reduced|decreased|minimi[sz]ed|cheaper in"),
  ...rows(
    change2("down", "verb"),
    "reduc(?:e|es|ing)|lower(?:s|ed|ing)|decreas(?:e|es|ing)|cuts?|cutting",
    "drop(?:s|ped|ping)?|fall(?:s|en|ing)?|fell",
    "sav(?:e|es|ed|ing)|shav(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?",
    "minimi[sz](?:e|es|ing)|down|went down|declin(?:e|es|ed|ing)",
    "lowest|shed(?:s|ding)?|brings? down|take[sn]? down|sink(?:s|ing)?|sank",
    "lessen(?:s|ed|ing)?|dips?|dipped|diminish(?:es|ed|ing)?"
  ),
  ...rows(change2("down", "noun"), "reductions?|decreases?|cut|savings?|drop offs?"),
  ...rows(
    change2("down", "verb", { needsSize: true }),
    "remov(?:e|es|ed|ing)|prun(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|strip(?:s|ped|ping)?",
    "dropped|gets? rid of"
  ),
  ...rows(change2("down", "verb", { factor: 1 / 2 }), "halv(?:e|es|ed|ing)"),
  ...rows(change2("down", "verb", { factor: 1 / 4 }), "quarters|quartered|quartering"),
  // Values that rise.
  ...rows(change2("up", "modifier"), "more|higher|increased|additional|extra|greater|added"),
  ...rows(
    change2("up", "verb"),
    "increas(?:e|es|ing)|rais(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|climb(?:s|ed|ing)?",
    "jump(?:s|ed|ing)?|grow(?:s|n|ing)?|grew",
    "(?:is|are|was|goes|go|went|gone|going|moves?|moved) up",
    "up(?= (?:by |about |around |~)*~?\\d)|up(?= (?:a|by a|from) )"
  ),
  ...rows(change2("up", "noun"), "increases?|rise"),
  ...rows(change2("up", "verb", { needsSize: true }), "adds?|adding|introduc(?:e|es|ing)"),
  ...rows(change2("up", "verb", { factor: 2 }), "doubl(?:e|es|ed|ing)"),
  ...rows(change2("up", "verb", { factor: 3 }), "tripl(?:e|es|ed|ing)"),
  ...rows(change2("up", "verb", { factor: 4 }), "quadrupl(?:e|es|ed|ing)"),
  // Better and worse.
  ...rows(change2("better", "modifier"), "better|improved|optimi[sz]ed|superior"),
  ...rows(
    change2("better", "verb"),
    "improv(?:e|es|ing)|boost(?:s|ed|ing)?|optimi[sz](?:e|es|ing)|enhanc(?:e|es|ed|ing)",
    "gains?|gained"
  ),
  ...rows(change2("better", "noun"), "improvements?|gains?|boosts?|wins?|uplift"),
  ...rows(change2("worse", "modifier"), "worse|worsened|degraded|inferior"),
  ...rows(
    change2("worse", "verb"),
    "worsen(?:s|ing)?|degrad(?:e|es|ing)|regress(?:es|ed|ing)?|hurt(?:s|ing)?",
    "harm(?:s|ed|ing)?|sacrific(?:e|es|ed|ing)|trad(?:e|es|ing)(?: away)?|suffer(?:s|ed|ing)?",
    "los(?:e|es|ing)|lost|deteriorat(?:e|es|ed|ing)",
    "costs?(?: us)?(?= ~?\\d)",
    "at (?:the|a|some|slight|small)? ?(?:cost|price|expense) (?:of|in|to)",
    "in exchange for"
  ),
  ...rows(
    change2("worse", "noun"),
    "loss(?:es)?|degradations?|regressions?|penalt(?:y|ies)|overheads?|hits?",
    "(?<=(?:accuracy|quality|latency) )costs?|drops?|deteriorations?|dips?|sacrifices?",
    "increase in cost"
  ),
  // Nothing changes.
  ...rows(
    change2("same", "verb"),
    "costs? nothing(?: extra)? (?:in|on)",
    "at (?:no|zero|little) (?:extra |additional )?(?:cost|price|expense) (?:of|in|to|for)"
  ),
  ...rows(
    change2("same", "modifier"),
    "(?:the |exactly the |roughly the |about the )?same|equal|equivalent|identical|comparable",
    "similar|on par|(?:bit |byte |pixel |numerically )(?:identical|exact|equal)|unchanged",
    "unaffected|untouched|intact|constant|flat|stable|neutral|within noise|as before",
    "as good as|no different"
  ),
  ...rows(
    change2("same", "verb", { topic: "merit" }),
    "maintain(?:s|ed|ing)?|preserv(?:e|es|ed|ing)|retain(?:s|ed|ing)?|keep(?:s|ing)?|kept",
    "match(?:es|ed|ing)?"
  ),
  ...rows(
    change2("same", "verb"),
    "(?:stays?|stayed|staying|remain(?:s|ed|ing)?)(?: (?:at|the same|unchanged|constant|flat|stable|identical|intact|equal|within noise|put|as (?:it|they) (?:was|were|is|are)))"
  ),
  ...rows(
    change2("differs", "noun"),
    "changes?|differences?|impacts?|effects?|influence|trade offs?|compromises?"
  ),
  ...rows(
    change2("differs", "verb"),
    "changed|affect(?:s|ed|ing)?|differ(?:s|ed)?|chang(?:e|es|ing)|impact(?:s|ed|ing)?",
    "alter(?:s|ed|ing)?"
  ),
  // Speed.
  ...rows(
    change2("better", "modifier", ofSpeed),
    "faster|quicker|speedier|snappier|swifter|more quickly|more performant|as quick(?:ly)? as"
  ),
  ...rows(
    change2("better", "verb", ofSpeed),
    "speed(?:s|ed|ing)? up|sped up|speed(?:s|ing)? (?:\\S+ ){1,3}?up(?! to)|accelerat(?:e|es|ed|ing)"
  ),
  ...rows(change2("better", "noun", ofSpeed), "speed ?ups?|accelerations?"),
  ...rows(
    change2("worse", "modifier", { implied: LATENCY, topic: "speed" }),
    "slower|more slowly|slower running"
  ),
  ...rows(
    change2("worse", "verb", { implied: LATENCY, topic: "speed" }),
    "slow(?:s|ed|ing)?(?: \\S+){0,3}? down|slows"
  ),
  ...rows(
    change2("worse", "noun", { implied: LATENCY, topic: "speed" }),
    "slow ?downs?|(?:inference|runtime|run time) (?:overheads?|penalty)"
  ),
  ...rows(change2("worse", "noun", { implied: FLOPS }), "(?:compute|computational) overheads?"),
  ...rows(change2("down", "modifier", ofTime), "shorter"),
  ...rows(change2("up", "modifier", ofTime), "longer"),
  // Size.
  ...rows(
    change2("down", "modifier", ofSize),
    "smaller|lighter|slimmer|thinner|tinier|more compact|more lightweight|lighter weight",
    "less bloated|leaner model"
  ),
  ...rows(change2("up", "modifier", ofSize), "larger|bigger|heavier|bulkier"),
  ...rows(
    change2("down", "verb", ofSize),
    "shrink(?:s|ing)?|shrank|shrunk|compress(?:es|ed|ing)?|compact(?:s|ed|ing)",
    "slim(?:s|med|ming)?(?: down)?"
  ),
  ...rows(change2("down", "noun", { implied: MODEL_SIZE, topic: "size" }), "compression"),
  // Adjectives that carry their indicator with them.
  ...rows(change2("down", "modifier", { implied: COST }), "cheaper|less expensive|less costly"),
  ...rows(change2("up", "modifier", { implied: COST }), "more expensive|costlier|more costly|pricier"),
  ...rows(
    change2("down", "modifier", { implied: FLOPS }),
    "computationally (?:cheaper|lighter|less expensive)|cheaper to compute",
    "less computationally expensive|less compute intensive"
  ),
  ...rows(
    change2("up", "modifier", { implied: FLOPS }),
    "computationally (?:heavier|more expensive)|more compute intensive"
  ),
  ...rows(change2("up", "modifier", { implied: QUALITY }), "more accurate|more precise"),
  ...rows(change2("down", "modifier", { implied: QUALITY }), "less accurate|less precise"),
  ...rows(
    change2("better", "modifier", { implied: AS_SUCH }),
    "(?:more|most) (?:\\w+ly )?(?:resource )?efficient(?:ly)?|more economical|leaner",
    "(?:lighter|easier) on resources|more frugal|less wasteful|less resource intensive"
  ),
  ...rows(
    change2("worse", "modifier", { implied: AS_SUCH }),
    "less efficient(?:ly)?|more wasteful|more resource intensive"
  ),
  ...rows(
    change2("better", "modifier", { implied: reciprocal2(MEMORY) }),
    "more memory efficient(?:ly)?|less memory (?:hungry|intensive)|lighter on memory"
  ),
  ...rows(
    change2("worse", "modifier", { implied: MEMORY }),
    "less memory efficient|more memory (?:hungry|intensive)"
  ),
  ...rows(
    change2("better", "modifier", { implied: reciprocal2(ENERGY) }),
    "more (?:energy|power) efficient(?:ly)?|less (?:power|energy) hungry"
  ),
  ...rows(
    change2("better", "modifier", { implied: reciprocal2({ ...MODEL_SIZE, indicator: "parameters" }) }),
    "more parameter efficient"
  ),
  ...rows(
    change2("better", "modifier", { implied: reciprocal2(FLOPS) }),
    "more compute efficient|more computationally efficient"
  ),
  ...rows(change2("better", "modifier", { implied: reciprocal2(COST) }), "more cost (?:efficient|effective)")
];
var AS_MUCH = [
  ...rows(SPEED, "as (?:fast|quick|quickly|speedy)(?: as)?"),
  ...rows(LATENCY, "as (?:slow|slowly|long)(?: as)?"),
  ...rows(MODEL_SIZE, "as (?:large|big|small|heavy|light)(?: as)?"),
  ...rows(QUALITY, "as accurate(?:ly)?(?: as)?", "as good(?: as)?"),
  ...rows(COST, "as (?:expensive|cheap)(?: as)?"),
  ...rows(AS_SUCH, "as efficient(?:ly)?(?: as)?"),
  ...rows(null, "as (?:many|much|high|low)")
];

// src/claims/lexicon/units.ts
var WORDS = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  hundred: 100
};
var SHARES = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fourth: 1 / 4,
  fifth: 1 / 5,
  sixth: 1 / 6,
  seventh: 1 / 7,
  eighth: 1 / 8,
  ninth: 1 / 9,
  tenth: 1 / 10,
  twentieth: 1 / 20,
  hundredth: 1 / 100
};
var UNITS = [
  ["ns|nanoseconds?", "time", 1e-6],
  ["us|µs|μs|microseconds?", "time", 1e-3],
  ["ms|msecs?|milliseconds?", "time", 1],
  ["s|secs?|seconds?", "time", 1e3],
  ["min|mins|minutes?", "time", 6e4],
  ["h|hrs?|hours?", "time", 36e5],
  ["kb|kilobytes?", "bytes", 1e3],
  ["mb|mbytes?|megabytes?", "bytes", 1e6],
  ["gb|gbytes?|gigabytes?", "bytes", 1e9],
  ["tb", "bytes", 1e12],
  ["kib", "bytes", 2 ** 10],
  ["mib", "bytes", 2 ** 20],
  ["gib", "bytes", 2 ** 30],
  ["bytes?", "bytes", 1],
  ["uj|µj", "energy", 1e-6],
  ["mj|millijoules?", "energy", 1e-3],
  ["j|joules?", "energy", 1],
  ["kj", "energy", 1e3],
  ["mwh", "energy", 3.6],
  ["wh", "energy", 3600],
  ["kwh", "energy", 36e5],
  ["mw|milliwatts?", "power", 1e-3],
  ["w|watts?", "power", 1],
  [String.raw`m?g co2e?|grams? of co2`, "carbon", 1],
  [String.raw`(?:percentage |% )?points?|pp|p\.p\.|pts?|bps?|ppt`, "points", 1]
];
var RATE = "(?:\\/ ?s(?:ec)?|fps|qps|rps|tps|(?:frames?|tokens?|toks?|samples?|images?|imgs?|requests?|reqs?|queries|sentences|inferences|infer|iterations|its?|items|predictions)(?: ?\\/ ?| per )(?:s|secs?|seconds?))";
var PREFIXES = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  g: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12
};

// src/claims/quantity.ts
var NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
var SIGN = "[-+]?";
var SPACE = "[ \\u00a0\\u202f]?";
var END = "(?![A-Za-z0-9_])";
var PERCENT = String.raw`(?:%|percent${END}|per cent${END})`;
var TIMES = String.raw`(?:x(?!\w)|times${END}|-?fold${END})`;
var sticky = (pattern) => new RegExp(pattern, "iy");
var range = () => ({ kind: "range" });
var factor = (value2, half = value2 / 40) => ({ kind: "factor", value: value2, half });
var share = (value2) => ({ kind: "percent", value: value2, half: 5e-3, sign: 0 });
var alternatives = (words) => Object.keys(words).join("|");
var READERS = [
  // A range that "from" opens is a change from the one to the other.
  [
    sticky(
      String.raw`(?<!from )(?:between )?(?:${NUMBER})${SPACE}(?:${PERCENT}|x)?${SPACE}(?:-|to|and(?<=between.*))${SPACE}(?:${NUMBER})${SPACE}(?:${PERCENT}|${TIMES})`
    ),
    range
  ],
  [sticky(String.raw`(?:${NUMBER})-(?:${NUMBER})${SPACE}(?:ms|s|mb|gb|kb|mib|gib|${RATE})${END}`), range],
  [
    sticky(String.raw`(${SIGN})(${NUMBER})${SPACE}${PERCENT}`),
    ([sign = "", number = ""]) => percent(sign, number)
  ],
  [sticky(String.raw`(?:by )?a? ?factor(?: of)? (${NUMBER})${END}`), ([number = ""]) => times(number)],
  [sticky(String.raw`(${NUMBER})${SPACE}${TIMES}`), ([number = ""]) => times(number)],
  [sticky(String.raw`x${SPACE}(\d\d?(?:\.\d+)?)(?![\d.]*[A-Za-z\d])(?!x)`), ([number = ""]) => times(number)],
  [
    sticky(
      String.raw`(?:a )?(?:factor of )?(${alternatives(WORDS)})(?:[ -]?fold|[ -]times|(?<=factor of \w+))${END}`
    ),
    ([word = ""]) => factor(WORDS[word.toLowerCase()] ?? 1)
  ],
  [
    sticky(String.raw`(\d)\/(\d\d?)(?= (?:of|the)${END})`),
    ([over = "1", under = "1"]) => share(Number(over) / Number(under))
  ],
  [sticky(`twice${END}|two times${END}|double the${END}`), () => factor(2)],
  [sticky(`thrice${END}|triple the${END}`), () => factor(3)],
  [sticky(`(?:an|one) order of magnitude${END}`), () => factor(10)],
  [
    sticky(`(${alternatives(WORDS)}|\\d) orders of magnitude${END}`),
    ([word = ""]) => factor(10 ** (WORDS[word.toLowerCase()] ?? Number(word)))
  ],
  [
    sticky(
      String.raw`(?:(a|one|two|three|four|nine)[ -](?=\w)|(?=half))(${alternatives(SHARES)})s?${END}(?!-)`
    ),
    ([count2 = "one", name = ""]) => share((WORDS[count2.toLowerCase()] ?? 1) * (SHARES[name.toLowerCase()] ?? 1))
  ],
  [
    sticky(String.raw`(${SIGN})(${NUMBER})${SPACE}([kmg])?${SPACE}${RATE}${END}`),
    ([sign = "", number = "", prefix = ""]) => amount(sign, number, "rate", PREFIXES[prefix.toLowerCase()] ?? 1)
  ],
  ...UNITS.map(([unit, dimension, scale]) => [
    sticky(String.raw`(${SIGN})(${NUMBER})(?:${SPACE}|-)(?:${unit})${END}(?!\/ ?s)`),
    ([sign = "", number = ""]) => amount(sign, number, dimension, scale)
  ]),
  [
    sticky(String.raw`(${SIGN})[$€£](${NUMBER})`),
    ([sign = "", number = ""]) => amount(sign, number, "money", 1)
  ],
  [
    sticky(
      String.raw`(${SIGN})(${NUMBER})${SPACE}(${alternatives(PREFIXES)})(?:${END}|(?=flops?|macs?|ops))`
    ),
    ([sign = "", number = "", prefix = ""]) => amount(sign, number, "plain", PREFIXES[prefix.toLowerCase()] ?? 1)
  ],
  [
    sticky(String.raw`(${SIGN})(${NUMBER})(?![A-Za-z0-9_]|\.\d|-[A-Za-z]|x\d)`),
    ([sign = "", number = ""]) => amount(sign, number, "plain", 1)
  ]
];
function quantityAt(text2, at2) {
  let best = null;
  for (const [pattern, read] of READERS) {
    pattern.lastIndex = at2;
    const match = pattern.exec(text2);
    if (match === null || pattern.lastIndex <= (best?.end ?? at2)) continue;
    best = { quantity: read(match.slice(1)), end: pattern.lastIndex };
  }
  return best;
}
function percent(sign, number) {
  const { value: value2, half } = digits(number);
  return { kind: "percent", value: value2 / 100, half: half / 100, sign: signOf(sign) };
}
function times(number) {
  const { value: value2, half } = digits(number);
  return factor(value2, half);
}
function amount(sign, number, dimension, scale) {
  const { value: value2, half } = digits(number);
  return {
    kind: "amount",
    value: value2 * scale,
    half: half * scale,
    dimension,
    unit: scale,
    sign: signOf(sign)
  };
}
var signOf = (sign) => sign === "-" ? -1 : sign === "+" ? 1 : 0;
function digits(text2) {
  const plain2 = text2.replaceAll(",", "");
  const value2 = Number(plain2);
  const decimals = plain2.includes(".") ? plain2.length - plain2.indexOf(".") - 1 : 0;
  const unit = value2 < 10 ? Math.min(10 ** -decimals, 0.1) : 10 ** -decimals;
  return { value: value2, half: unit / 2 };
}

// src/claims/tokens.ts
var meant = (table2, mean) => table2.map(({ pattern, meaning }) => ({ pattern, meaning: mean(meaning) }));
var link = (kind) => ({ kind: "link", link: kind });
var LEXICON = new Lexicon([
  ...meant(PLAIN, () => ({ kind: "filler" })),
  ...rows(
    { kind: "not" },
    "not|no longer|no|n't|never|neither|without|zero|nothing|none|hardly any|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|cannot|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|doesn['’]t|don['’]t|didn['’]t|won['’]t|hasn['’]t|haven['’]t|can['’]t|negligible|imperceptible|insignificant|minimal"
  ),
  ...meant(MOODS, (mood) => ({ kind: "mood", mood })),
  ...meant(AS_MUCH, (noun2) => ({ kind: "as-much", noun: noun2 })),
  ...meant(CHANGES, (change3) => ({ kind: "change", change: change3 })),
  ...meant(ELSEWHERE, () => ({ kind: "elsewhere" })),
  ...meant(NOUNS, (noun2) => ({ kind: "noun", noun: noun2 })),
  ...rows(link("and"), "and|or|nor|as well as|plus|along with"),
  ...rows(link("but"), "but|yet|however|although|though|whereas|while|even though"),
  ...rows(
    link("next"),
    "with|because|since|so|thanks to|due to|using|via|which|that|when|where|at|despite|compared (?:to|with)|relative to|than|versus|vs\\.?"
  )
]);
var SIGNS = [
  [/[,&/+]/y, link("and")],
  [/;/y, link("stop")],
  [/[():–—|]|->|=>| - /y, link("next")]
];
var WORD = /[\p{L}\p{N}_]+(?:[-'’./@][\p{L}\p{N}_]+)*/uy;
function tokensOf(sentence) {
  const tokens = [];
  for (let at2 = 0; at2 < sentence.length; ) {
    const found = tokenAt(sentence, at2);
    if (found !== null)
      tokens.push({ ...found.meaning, text: sentence.slice(at2, found.end), start: at2, end: found.end });
    at2 = found?.end ?? at2 + 1;
  }
  return tokens;
}
function tokenAt(text2, at2) {
  const before = text2[at2 - 1] ?? " ";
  const fresh = !/[\p{L}\p{N}_.]/u.test(before) && !(before === "-" && /[\p{L}\p{N}]/u.test(text2[at2 - 2] ?? " "));
  const word = fresh || /\d ?[kmgt]$/i.test(text2.slice(Math.max(0, at2 - 4), at2)) ? LEXICON.at(text2, at2) : null;
  const amount2 = fresh ? quantityAt(text2, at2) : null;
  if (amount2 !== null && amount2.end >= (word?.end ?? at2)) {
    return { meaning: { kind: "quantity", quantity: amount2.quantity }, end: amount2.end };
  }
  if (word !== null) return word;
  for (const [pattern, meaning] of SIGNS) {
    pattern.lastIndex = at2;
    if (pattern.test(text2)) return { meaning, end: pattern.lastIndex };
  }
  WORD.lastIndex = at2;
  return WORD.test(text2) ? { meaning: { kind: "word" }, end: WORD.lastIndex } : null;
}

// src/claims/read-claims.ts
var MOST_CHARACTERS = 3e5;
function readClaims(markdown) {
  const claims = blocksOf(normalise(markdown.slice(0, MOST_CHARACTERS))).flatMap(claimsOfBlock);
  return claims.filter(
    (claim, index) => !claims.slice(0, index).some((earlier) => sameClaim(earlier, claim))
  );
}
var LONGEST_SENTENCE = 1500;
function normalise(text2) {
  return text2.replace(/[×✕⨯]/g, "x").replace(/[→⟶⇒➜➡]️?/g, "->").replace(/[−﹣]/g, "-").replace(/(?<=\d ?%?)[–—](?=\d)/g, "-").replace(/(?<=^|[\s(])–(?=\d)/gm, "-").replace(/[  ]/g, " ").replace(/[’‘]/g, "'").replace(/\bvs\./g, "vs");
}
var PREFIX = /^(?:[-*•]\s*)?\[?([\w /-]{2,24}(?:\([^)]*\))?)[\])]?!?:\s/;
var CONVENTIONAL = /^(?:[-*•]\s*)?(?:perf|feat|feature|fix|refactor|chore|style)(?:\([^)]*\))?!?:\s*/i;
var REVERT = /^(?:[-*•]\s*)?revert(?:s|ed)?\b/i;
function claimsOfBlock({ text: text2, context }) {
  if (REVERT.test(text2) || context.some(takesOut)) return [];
  const prefix = PREFIX.exec(text2)?.[1];
  if (prefix !== void 0 && isOfSomethingElse(prefix.replace(/[()]/g, " "))) return [];
  return sentencesOf(text2).map((sentence) => sentence.slice(0, LONGEST_SENTENCE)).filter(
    (sentence) => !sentence.endsWith("?") && !OPEN_SECTIONS.test(/^[^:]{2,40}(?=:)/.exec(sentence)?.[0] ?? "")
  ).flatMap(claimsOfSentence);
}
var isOfSomethingElse = (text2) => {
  const tokens = tokensOf(text2);
  return isAboutSomethingElse({ tokens }) && !tokens.some(({ kind }) => kind === "noun");
};
function takesOut(line) {
  const tokens = tokensOf(line);
  if (isOfSomethingElse(line)) return true;
  if (!line.endsWith(":")) return false;
  const hoped = tokens.some((token) => token.kind === "mood" && token.mood === "hope");
  const denied = tokens.some(({ kind }) => kind === "not") && !tokens.some(({ kind }) => kind === "noun");
  return hoped || denied;
}
function claimsOfSentence(sentence) {
  const said = sentence.replace(CONVENTIONAL, "");
  const parts = partsOf(joinPairs(said, tokensOf(said)));
  const claims = framesOf(parts).flatMap((frame) => claimsOfFrame(frame, parts, sentence));
  return claims.filter(
    (claim, index) => !claims.some((other, place) => place !== index && says(other, claim, place < index))
  );
}
function claimsOfFrame(frame, parts, sentence) {
  const groups = [];
  for (const noun2 of frame.nouns) {
    const statement2 = state(noun2, frame.sense, frame.size, frame.negated);
    if (statement2 === null || !stands(parts, frame, statement2)) continue;
    const group = groups.find(
      ({ statement: known }) => known.direction === statement2.direction && known.ratio?.ratio === statement2.ratio?.ratio
    );
    if (group === void 0) groups.push({ statement: statement2, indicators: [noun2.indicator] });
    else if (!group.indicators.includes(noun2.indicator)) group.indicators.push(noun2.indicator);
  }
  return groups.map(({ statement: { direction, ratio }, indicators }) => ({
    text: sentence,
    indicators: indicators.includes(EFFICIENCY) ? [EFFICIENCY] : indicators,
    direction,
    // No more digits than a quotient of floating-point numbers is good for: 0.7, not 0.7000000000000001.
    magnitude: ratio === null ? null : Number(ratio.ratio.toPrecision(12)),
    rounding: ratio === null ? null : { low: ratio.low, high: ratio.high }
  }));
}
var RESTATED = 0.05;
function says(one, other, earlier) {
  if (one.direction !== other.direction || !other.indicators.every((id) => one.indicators.includes(id)))
    return false;
  if (other.magnitude === null) return one.magnitude !== null || earlier;
  return one.magnitude !== null && earlier && Math.abs(one.magnitude / other.magnitude - 1) < RESTATED;
}
var sameClaim = (one, other) => one.direction === other.direction && one.magnitude === other.magnitude && one.indicators.join() === other.indicators.join();

// src/judge/claims/claimed-set-up.ts
var GPU = /\b(?:gpus?|cuda|tensorrt|vram|a10g?|a30|a40|a100|h[12]00|b200|v100|t4|l4|l40s?|p100|k80|rtx ?\d+|gtx ?\d+|geforce|radeon|rocm|tpu|npu|metal|mps)\b/i;
var PHONE = /\b(?:i?phones?|android|ios|mobile|raspberry(?: pi)?|rpi\d?|jetson|pixel \d|snapdragon|edge ?tpu|arm(?:64|v\d)?|apple silicon|m[1-5](?: (?:pro|max|ultra))?)\b/i;
var CPU = /\bcpus?\b/i;
var BATCH = /\bbatch(?: ?size)?(?: of)?[ =]+(\d+)\b|\bbs ?=? ?(\d+)\b/i;
function otherSetUp(text2, { environment, measurement }) {
  if (measurement === null || environment === null) return null;
  const onCpu = measurement.provider === "cpu";
  const named = (pattern) => pattern.exec(text2)?.[0];
  const gpu = named(GPU);
  if (gpu !== void 0 && onCpu && !CPU.test(text2))
    return `it speaks of ${gpu}, measured was the cpu provider`;
  if (CPU.test(text2) && !onCpu && gpu === void 0)
    return `it speaks of the CPU, measured was the ${measurement.provider} provider`;
  const phone = named(PHONE);
  if (phone !== void 0 && environment.arch === "x64")
    return `it speaks of ${phone}, measured was ${environment.cpuModel}`;
  const match = BATCH.exec(text2);
  const batch = match?.[1] ?? match?.[2];
  if (batch !== void 0 && Number(batch) !== measurement.batch)
    return `it speaks of batch ${batch}, measured was batch ${measurement.batch}`;
  return null;
}

// src/judge/claims/efficiency.ts
var PROOF = {
  better: "dominates",
  worse: "dominated",
  same: "equivalent"
};
function efficiencySupport({ direction, magnitude }, {
  relation,
  comparisons
}) {
  if (relation === null) return { ruling: "unverifiable", says: "base and head were not compared" };
  const worse = comparisons.filter(({ verdict }) => verdict === "regressed").map(figure);
  const says2 = `relation: ${relation}${worse.length === 0 ? "" : `, with ${enumerate(worse)}`}`;
  if (relation === "inconclusive")
    return { ruling: direction === "better" && worse.length > 0 ? "refuted" : "unverifiable", says: says2 };
  if (relation !== PROOF[direction]) return { ruling: "refuted", says: says2 };
  if (magnitude === null) return { ruling: "upheld", says: says2 };
  return { ruling: "partial", says: `${says2}; no one number measures efficiency` };
}

// src/judge/claims/judged-run.ts
function comparisonsOf(id, comparisons) {
  return comparisons.filter(({ indicator: indicator2 }) => indicator2 === id || indicator2.startsWith(`${id}.`));
}

// src/judge/claims/rewording.ts
function reword({ indicators }, { models, environment }) {
  const measurement = models.find((model) => model.measurement !== null)?.measurement ?? null;
  const several = models.length > 1;
  const statements = models.map(
    (model) => `${several ? `in ${model.name}, ` : ""}${statement(indicators, model)}`
  );
  const said = statements.length === 0 ? "no model was compared" : statements.join("; ");
  const sentence = `${said} (set-up: ${describeSetUp({ environment, measurement })}).`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
function statement(indicators, { comparisons }) {
  if (comparisons.length === 0) return "base and head were not compared";
  const ids = indicators.filter((id) => id !== EFFICIENCY);
  const own = ids.flatMap((id) => comparisonsOf(id, comparisons));
  const others = comparisons.filter((one) => !own.includes(one));
  const missing = ids.filter((id) => comparisonsOf(id, comparisons).length === 0);
  const of = (verdict) => others.filter((one) => one.verdict === verdict);
  const claimed = own.map(plainly);
  const better = of("improved").map(figure);
  const worse = of("regressed").map(figure);
  const lead = claimed.length > 0 ? claimed : better.length > 0 ? better : ["no proven gain"];
  const beside = [
    ...claimed.length > 0 && better.length > 0 ? [`beside ${enumerate(better)}`] : [],
    ...worse.length > 0 ? [`but ${enumerate(worse)}`] : []
  ];
  const rest = [
    ...nouns("no difference beyond the tolerances in", of("equivalent")),
    ...nouns("not decided:", of("inconclusive")),
    ...missing.length > 0 ? [`not measured: ${enumerate(missing.map((id) => nounOf(id).noun))}`] : []
  ];
  return [`the head has ${[enumerate(lead), ...beside].join(", ")}`, ...rest].join("; ");
}
function plainly(comparison) {
  const { verdict, effect, indicator: indicator2, kind } = comparison;
  if (verdict === "improved" || verdict === "regressed") return figure(comparison);
  const { noun: noun2 } = nounOf(indicator2);
  if (effect === null) return `an undecided ${noun2}`;
  const interval = kind === "measured" ? ` ${formatInterval(effect)}` : "";
  const found = `${formatEffect(indicator2, effect.ratio)}${interval}`;
  return verdict === "equivalent" ? `${found} (no difference beyond the tolerance)` : `${found} (not decided)`;
}
function nouns(words, comparisons) {
  if (comparisons.length === 0) return [];
  return [`${words} ${enumerate(comparisons.map(({ indicator: indicator2 }) => nounOf(indicator2).noun))}`];
}

// src/judge/claims/support.ts
function supportOf(claim, comparison) {
  const { verdict, effect, reason } = comparison;
  const found = effect === null && verdict === "inconclusive" ? comparison.label : figure(comparison);
  if (isExact(claim, effect)) return { ruling: "upheld", says: found };
  if (verdict === "inconclusive")
    return { ruling: "unverifiable", says: `${found}: not decided${because(reason)}` };
  if (claim.direction === "same") {
    return verdict === "regressed" ? { ruling: "refuted", says: `${found}: proven to be worse` } : { ruling: "upheld", says: found };
  }
  const wanted = claim.direction === "better" ? "improved" : "regressed";
  if (verdict === "equivalent")
    return { ruling: "refuted", says: `${found}: no difference beyond the tolerance` };
  if (verdict !== wanted)
    return {
      ruling: "refuted",
      says: `${found}: proven to be ${verdict === "regressed" ? "worse" : "better"}`
    };
  if (reachesSize(claim, comparison)) return { ruling: "upheld", says: found };
  const fault = claim.direction === "better" ? "overstated" : "understated";
  return { ruling: "partial", says: `${found}: the claim of ${formatClaimed(claim)} is ${fault}` };
}
var because = (reason) => reason === null ? "" : ` (${reason})`;
var formatClaimed = ({ magnitude }) => `${(magnitude ?? 1).toPrecision(3)} times`;
function isExact({ rounding, direction }, effect) {
  if (rounding === null || effect?.high == null || direction === "same") return false;
  return effect.low >= rounding.low && effect.high <= rounding.high;
}
function reachesSize({ direction, rounding }, { effect, better }) {
  if (rounding === null) return true;
  if (effect === null) return false;
  const [low, high] = [effect.low, effect.high ?? Infinity];
  const falls = direction === "better" === (better === "lower");
  if (direction === "better") return falls ? high <= rounding.high : low >= rounding.low;
  return falls ? high >= rounding.low : low <= rounding.high;
}

// src/judge/claims/rule.ts
function ruleOnClaims(claims, run) {
  return claims.map((claim) => {
    const evidence2 = run.models.flatMap((model) => evidenceOf(claim, model, run.environment));
    const rulings = run.models.map(({ name }) => together(evidence2.filter(({ model }) => model === name)));
    const ruling = overModels(rulings);
    return { ...claim, ruling, evidence: evidence2, rewording: ruling === "upheld" ? null : reword(claim, run) };
  });
}
function evidenceOf(claim, model, environment) {
  return claim.indicators.flatMap((id) => {
    const found = comparisonsOf(id, model.comparisons);
    if (id === EFFICIENCY) return [evidence(model, id, void 0, efficiencySupport(claim, model))];
    if (found.length === 0) {
      const says2 = `${nounOf(id).noun}: not measured here`;
      return [evidence(model, id, void 0, { ruling: "unverifiable", says: says2 })];
    }
    return found.map((comparison) => {
      const elsewhere = comparison.kind === "measured" ? otherSetUp(claim.text, { environment, measurement: model.measurement }) : null;
      const support = elsewhere === null ? supportOf(claim, comparison) : { ruling: "unverifiable", says: `${figure(comparison)}: ${elsewhere}` };
      return evidence(model, comparison.indicator, comparison, besideOthers(claim, support, model));
    });
  });
}
function evidence({ name }, indicator2, comparison, support) {
  const { verdict = null, effect = null } = comparison ?? {};
  return { model: name, indicator: indicator2, verdict, effect, ...support };
}
function besideOthers({ direction, indicators }, support, { comparisons }) {
  if (support.ruling !== "upheld" || direction === "worse") return support;
  const own = indicators.flatMap((id) => comparisonsOf(id, comparisons));
  const worse = comparisons.filter((one) => one.verdict === "regressed" && !own.includes(one));
  if (worse.length === 0) return support;
  return { ruling: "partial", says: `${support.says}; but ${enumerate(worse.map(figure))}` };
}
function together(evidence2) {
  const rulings = new Set(evidence2.map(({ ruling }) => ruling));
  const [only = "unverifiable"] = rulings;
  if (rulings.size < 2) return only;
  return rulings.has("refuted") || rulings.has("partial") ? "partial" : "unverifiable";
}
function overModels(rulings) {
  const found = new Set(rulings);
  if (found.has("refuted")) return found.has("upheld") || found.has("partial") ? "partial" : "refuted";
  if (found.has("unverifiable") || found.size === 0) return "unverifiable";
  return found.has("partial") ? "partial" : "upheld";
}

// src/terminal/claims-text.ts
function claimsText(claims) {
  if (claims.length === 0) return "No claim about cost or efficiency was found.\n";
  return claims.map((claim) => `${linesOf(claim).join("\n")}
`).join("\n");
}
function linesOf({
  text: text2,
  indicators,
  direction,
  magnitude,
  ruling,
  evidence: evidence2,
  rewording
}) {
  const size = magnitude === null ? "" : `, ${formatRatio(magnitude)} times`;
  return [
    `${ruling ?? "claimed"}: "${terminalText(text2)}"`,
    `  ${indicators.join(", ")}: ${direction}${size}`,
    ...evidence2.map(({ model, says: says2 }) => `  ${terminalText(model)}: ${terminalText(says2)}`),
    ...rewording === null ? [] : [`  instead: ${terminalText(rewording)}`]
  ];
}

// src/terminal/read-text.ts
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
var MOST_BYTES = 512 * 1024 * 1024;
async function readText(file, kind, label) {
  try {
    if ((await stat(file)).size > MOST_BYTES) throw new RangeError("larger than 512 MiB");
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new GateError(
      kind,
      existsSync(file) ? `${label} cannot be read: ${messageOf(cause)}.` : `There is no file ${label}.`,
      "Check the path.",
      { cause }
    );
  }
}

// src/terminal/claims-command.ts
async function claimsCommand(context, flags) {
  const { textFile = "", report: reportFile } = flags;
  const claims = readClaims(await readText(path.resolve(context.cwd, textFile), "usage", textFile));
  const unruled = claims.map((claim) => ({ ...claim, ruling: null, evidence: [], rewording: null }));
  const ruled = reportFile === void 0 ? unruled : ruleOnClaims(
    claims,
    parseReport(
      await readText(path.resolve(context.cwd, reportFile), "report", reportFile),
      reportFile
    )
  );
  context.stdout.write(flags.json === true ? documentOf({ claims: ruled }) : claimsText(ruled));
  return EXIT.passed;
}

// src/terminal/commands.ts
import { existsSync as existsSync3 } from "node:fs";
import path4 from "node:path";

// src/render/terminal-layout.ts
var GAP = "  ";
var widthOf = (text2) => Array.from(text2).length;
function wrap(text2, width, indent = "") {
  const lines = [];
  let line = "";
  for (const word of text2.split(" ")) {
    if (line !== "" && indent.length + widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(`${indent}${line}`);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, `${indent}${line}`];
}
function grid(columns2, rows2, { indent, heading }) {
  const widths = columns2.map(
    (column, index) => Math.max(widthOf(column.heading), ...rows2.map((row) => widthOf(row[index]?.text ?? "")))
  );
  const line = (cells) => {
    const padded = columns2.map(({ align }, index) => {
      const { text: text2, paint = unpainted } = cells[index] ?? { text: "" };
      const space = " ".repeat((widths[index] ?? 0) - widthOf(text2));
      return align === "right" ? space + paint(text2) : paint(text2) + space;
    });
    return `${indent}${padded.join(GAP)}`.trimEnd();
  };
  return [line(columns2.map((column) => ({ text: column.heading, paint: heading }))), ...rows2.map(line)];
}
var unpainted = (text2) => text2;

// src/render/inspection-rows.ts
var TOP = 20;
var INDENT = "  ";
var SHARED = [
  { heading: "executions", of: ({ count: count2 }) => count2 },
  { heading: "MACs", of: ({ macs }) => macs },
  { heading: "elementwise", of: ({ elementwise }) => elementwise },
  { heading: "activations", of: ({ activations }) => activations },
  { heading: "parameters", of: ({ parameters }) => parameters }
];
function operatorLines(operators, palette) {
  if (operators.length === 0) return [];
  const columns2 = [{ heading: "operator", align: "left" }, ...FIGURES];
  const rows2 = operators.slice(0, TOP).map((row) => [{ text: terminalText(row.op) }, ...figures(row)]);
  const left = operators.length - TOP;
  return [
    ...grid(columns2, rows2, { indent: INDENT, heading: palette.faint }),
    ...left > 0 ? [`${INDENT}and ${left} more operator types; --json shows all`] : []
  ];
}
function nodeLines(nodes, palette) {
  if (nodes.length === 0) return [];
  const columns2 = [
    { heading: "node", align: "left" },
    { heading: "operator", align: "left" },
    ...FIGURES,
    { heading: "precision", align: "left" }
  ];
  const rows2 = nodes.map((node) => [
    { text: terminalText(node.name) },
    { text: terminalText(node.op) },
    ...figures(node),
    { text: Object.keys(node.macs_by_precision ?? {}).join(", ") }
  ]);
  return grid(columns2, rows2, { indent: INDENT, heading: palette.faint });
}
var FIGURES = SHARED.map(({ heading }) => ({ heading, align: "right" }));
var figures = (row) => SHARED.map(({ of }) => ({ text: figure2(of(row)) }));
var figure2 = (value2) => value2 === null ? "unknown" : formatQuantity(value2, "count");

// src/render/terminal-colours.ts
var import_picocolors = __toESM(require_picocolors(), 1);
function paletteFor(colour) {
  const colors = import_picocolors.default.createColors(colour);
  return {
    good: colors.green,
    bad: colors.red,
    mixed: colors.magenta,
    unsure: colors.yellow,
    quiet: (text2) => text2,
    strong: colors.bold,
    faint: colors.dim
  };
}
var paintMark = (mark, palette) => palette[mark.tone](signed(mark));

// src/render/inspection.ts
var INDENT2 = "  ";
function renderInspection(profile, { colour, width, name, nodes = [] }) {
  const palette = paletteFor(colour);
  const blocks = [
    [
      palette.strong(terminalText(name)),
      ...wrap(describe(profile), width, INDENT2),
      ...interfaceLines(profile)
    ],
    countLines(profile, width, palette),
    precisionLines(profile, width),
    wrap(coverage(profile), width),
    operatorLines(profile.operators, palette),
    nodeLines(nodes, palette)
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}
`;
}
function describe({ irVersion, opsets, producer }) {
  const sets = Object.entries(opsets).map(
    ([domain, version]) => `${domain === "" ? "ai.onnx" : domain} ${version}`
  );
  return terminalText(
    `ONNX IR ${irVersion}, operator sets ${sets.join(", ")}, made by ${producer === "" ? "an unnamed producer" : producer}`
  );
}
function interfaceLines({ inputs, outputs }) {
  const side = (title, values) => values.map((value2) => `${INDENT2}${title.padEnd(6)}  ${terminalText(declaration(value2))}`);
  return [...side("input", inputs), ...side("output", outputs)];
}
var declaration = ({ name, type, shape }) => `${name} ${type} ${shape === null ? "of unknown rank" : `[${shape.join(", ")}]`}`;
function countLines({ counts }, width, palette) {
  const shown = COUNTED.flatMap(({ id, label, unit }) => {
    const count2 = Object.hasOwn(counts, id) ? counts[id] : void 0;
    return count2 === void 0 ? [] : [{ label, unit, count: count2 }];
  });
  const rows2 = shown.map(({ label, unit, count: count2 }) => [
    { text: label },
    { text: exact(count2, unit) },
    { text: count2.value === null ? "unknown" : formatQuantity(count2.value, unit) },
    count2.value === null ? { text: NOT_MEASURED, paint: palette.unsure } : { text: "counted" }
  ]);
  const reasons = [...labelsByReason(shown)].flatMap(
    ([reason, labels]) => wrap(`? ${labels.join(", ")}: ${terminalText(reason)}`, width, INDENT2)
  );
  const columns2 = [
    { heading: "indicator", align: "left" },
    { heading: "exact", align: "right" },
    { heading: "rounded", align: "right" },
    { heading: "provenance", align: "left" }
  ];
  return [...grid(columns2, rows2, { indent: INDENT2, heading: palette.faint }), ...reasons];
}
function labelsByReason(shown) {
  const labels = /* @__PURE__ */ new Map();
  for (const { label, count: count2 } of shown) {
    if (count2.value !== null) continue;
    const reason = count2.reason ?? "the reason is not recorded";
    labels.set(reason, [...labels.get(reason) ?? [], label]);
  }
  return labels;
}
var exact = ({ value: value2 }, unit) => value2 === null ? "unknown" : `${value2.toLocaleString("en-US")}${unit === "bytes" ? " B" : ""}`;
function coverage({ coverage: { costed, total, uncosted }, shapes }) {
  const source = shapes === "none" ? "no shapes are known" : `shapes from ${shapes}`;
  const open = uncosted.length === 0 ? "" : ` Without one: ${uncosted.map((op) => terminalText(op)).join(", ")}.`;
  return `${costed} of ${total} operators have a stated cost; ${source}.${open}`;
}
function precisionLines({ macs_by_precision: macs }, width) {
  const parts = Object.entries(macs ?? {}).map(
    ([precision, count2]) => `${precision} ${count2.toLocaleString("en-US")}`
  );
  return parts.length === 0 ? [] : wrap(terminalText(`MACs by precision: ${parts.join(", ")}.`), width);
}

// src/terminal/answer.ts
import path2 from "node:path";

// src/render/terminal-table.ts
var BRACKETED = /^(.*?) \((.*)\)$/g;
var INDENT3 = "  ";
function indicatorTable(comparisons, provenances, { width, palette }) {
  const roomy = isRoomy(comparisons, width);
  const [heading = "", ...rows2] = indicatorGrid(comparisons, roomy, palette);
  const groups = [...provenances].flatMap(([provenance, words]) => [
    palette.faint(`${INDENT3}${words}`),
    ...rows2.filter((_2, index) => {
      const comparison = comparisons[index];
      return comparison !== void 0 && provenanceOf(comparison) === provenance;
    })
  ]);
  return [heading, ...groups, ...roomy ? [] : intervalTable(comparisons, palette)];
}
function omittedMeanings(comparisons, width) {
  if (isRoomy(comparisons, width)) return [];
  return comparisons.flatMap(
    ({ label }) => [...label.matchAll(BRACKETED)].map(([, name = "", meaning = ""]) => [name, meaning])
  );
}
function isRoomy(comparisons, width) {
  return indicatorGrid(comparisons, true, paletteFor(false)).every((line) => widthOf(line) <= width);
}
var STRIP = { heading: " better <- -> worse", align: "left" };
var columns = (roomy) => [
  { heading: "  indicator", align: "left" },
  { heading: "base", align: "right" },
  { heading: "head", align: "right" },
  { heading: "head / base", align: "left" },
  ...roomy ? [STRIP] : [],
  { heading: "verdict", align: "left" }
];
function indicatorGrid(comparisons, roomy, palette) {
  const rows2 = comparisons.map((comparison) => {
    const { base, head, change: change3, strip } = comparisonCells(comparison);
    const missing = base === NOT_MEASURED || head === NOT_MEASURED;
    const { word, tone } = verdictMark(comparison.verdict);
    return [
      labelCell(comparison, roomy, palette),
      valueCell(base),
      valueCell(head),
      { text: missing ? NOT_MEASURED : roomy ? change3 : change3.replace(/ \[.*/, "") },
      ...roomy ? [{ text: strip ?? (comparison.verdict === null ? "neither" : "unknown") }] : [],
      { text: word, paint: palette[tone] }
    ];
  });
  return grid(columns(roomy), rows2, { indent: INDENT3, heading: palette.faint });
}
function labelCell({ label, required, verdict }, roomy, palette) {
  const { sign, tone } = verdictMark(verdict);
  const name = terminalText(roomy ? label : label.replace(BRACKETED, "$1"));
  return { text: `${sign} ${name}${required ? " *" : ""}`, paint: palette[tone] };
}
function valueCell(text2) {
  return { text: text2 === NOT_MEASURED ? "unknown" : terminalText(text2).replace(" inferences/s", " /s") };
}
var hasInterval = ({ kind, effect }) => kind === "measured" || kind === "declared" && effect !== null && effect.low !== effect.high;
function intervalTable(comparisons, palette) {
  const rows2 = comparisons.flatMap((comparison) => {
    const { change: change3, strip } = comparisonCells(comparison);
    if (strip === null || !hasInterval(comparison)) return [];
    return [[labelCell(comparison, false, palette), { text: change3 }, { text: strip }]];
  });
  if (rows2.length === 0) return [];
  const headings = [
    { heading: "  interval", align: "left" },
    { heading: "head / base", align: "left" },
    STRIP
  ];
  return ["", ...grid(headings, rows2, { indent: INDENT3, heading: palette.faint })];
}

// src/render/terminal-model.ts
var INDENT4 = "  ";
function sentenceLines(model, { width, palette }) {
  const { name, sentence } = model;
  const problem = problemNote(model);
  return [
    `${palette.strong(terminalText(name))}  ${paintMark(standingMark(model), palette)}`,
    ...wrap(terminalText(sentence), width, INDENT4),
    ...problem === null ? [] : wrap(terminalText(problem), width, INDENT4)
  ];
}
function tableLines(model, options) {
  return hasTable(model) ? indicatorTable(model.comparisons, provenanceNotes(model), options) : [];
}
var hasTable = ({ comparisons, status }) => comparisons.length > 0 && status !== "identical";
function noteLines(model, options) {
  const notes = [
    ...model.warnings.map((warning) => ["! warning:", warning]),
    ...hasTable(model) ? [...tableNotes(model, options), ...asides(model)] : [],
    ...model.measurement === null ? [] : [
      ["99th percentile:", tailNote(model) ?? "not measured"],
      ["control:", controlNote(model)],
      [
        "measured with",
        measurementFacts(model).map((fact) => fact.join(": ")).join("; ")
      ]
    ]
  ];
  return notes.flatMap(([name, text2]) => note(terminalText(name), terminalText(text2), options));
}
function supplementLines(model, { width, palette }) {
  return supplementsOf(model).flatMap(({ title, header, rows: rows2, align, notes }, index) => {
    const columns2 = header.map(
      (heading, at2) => ({ heading, align: align[at2] === "r" ? "right" : "left" })
    );
    const body = rows2.map((row) => row.map((text2) => ({ text: terminalText(text2) })));
    return [
      ...index === 0 ? [] : [""],
      `${INDENT4}${palette.faint(title)}`,
      ...rows2.length === 0 ? [] : grid(columns2, body, { indent: INDENT4, heading: palette.faint }),
      ...notes.flatMap((text2) => wrap(terminalText(text2), width, INDENT4))
    ];
  });
}
function tableNotes({ comparisons }, { width }) {
  const open = comparisons.flatMap((comparison) => {
    const reason = openReason(comparison);
    return reason === null ? [] : [[`? ${nounOf(comparison.indicator).noun}:`, reason]];
  });
  return [
    ...open,
    ["*", "required: the relation rests on these"],
    ...omittedMeanings(comparisons, width).map(([label, meaning]) => [`${label}:`, meaning]),
    ["picture:", STRIP_LEGEND.map((entry) => entry.join(" ")).join(", ")],
    ["tolerance:", toleranceNote(comparisons)]
  ];
}
function note(name, text2, { width, palette }) {
  const [first = "", ...others] = wrap(`${name} ${text2}`, width - 2 * INDENT4.length);
  return [
    `${INDENT4}${palette.faint(name)}${first.slice(name.length)}`,
    ...others.map((line) => `${INDENT4}${INDENT4}${line}`)
  ];
}

// src/render/terminal.ts
function renderTerminal(report, { colour, width }) {
  const palette = paletteFor(colour);
  if (isQuiet(report)) return `${paintMark(headlineOf(report), palette)}: ${terminalText(range2(report))}
`;
  const options = { width, palette };
  const models = leastFavourableFirst(report.models);
  const several = models.length > 1;
  const blocks = [
    ...several ? [overview(models, palette)] : models.map((model) => sentenceLines(model, options)),
    conclusion(report, width, palette),
    ...models.flatMap((model) => [
      ...several ? [sentenceLines(model, options)] : [],
      tableLines(model, options),
      noteLines(model, options),
      supplementLines(model, options)
    ]),
    warnings(report, width, palette),
    footer(report, width).map(palette.faint)
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}
`;
}
function isQuiet({ models, warnings: warnings2, gate }) {
  return models.length === 0 && warnings2.length === 0 && gate.conclusion === "passed";
}
function conclusion(report, width, palette) {
  const headline = headlineOf(report);
  return [
    palette.strong(paintMark(headline, palette)),
    ...wrap(terminalText(report.gate.summary), width, "  ")
  ];
}
function overview(models, palette) {
  const rows2 = models.map((model) => {
    const mark = standingMark(model);
    return [
      { text: `${mark.sign} ${mark.word}`, paint: palette[mark.tone] },
      tally(model, "improved", palette.good),
      tally(model, "regressed", palette.bad),
      tally(model, "inconclusive", palette.unsure),
      { text: terminalText(model.name) }
    ];
  });
  const columns2 = [
    { heading: "head against base", align: "left" },
    { heading: "better", align: "right" },
    { heading: "worse", align: "right" },
    { heading: "not decided", align: "right" },
    { heading: "model", align: "left" }
  ];
  return grid(columns2, rows2, { indent: "", heading: palette.faint });
}
function tally({ comparisons, status }, verdict, paint) {
  if (status !== "compared") return { text: "-" };
  const count2 = comparisons.filter((one) => one.verdict === verdict).length;
  return count2 === 0 ? { text: "0" } : { text: String(count2), paint };
}
function warnings({ warnings: found }, width, palette) {
  return found.flatMap((text2) => {
    const [first = "", ...others] = wrap(`! ${terminalText(text2)}`, width);
    return [palette.unsure(first), ...others];
  });
}
function footer(report, width) {
  const { createdAt, policy, tool } = report;
  const machine = machineFacts(report).map(([what, how]) => `${what}: ${how}`);
  return [
    ...machine.length === 0 ? [] : wrap(terminalText(machine.join("; ")), width),
    ...wrap(terminalText(`${range2(report)}; configuration: ${policy.source}`), width),
    terminalText(`${formatDate(createdAt)}, ${tool.name} ${tool.version}`)
  ];
}
function range2({ base, head }) {
  const side = ({ label, sha }) => sha === null ? label : `${label} (${sha.slice(0, 10)})`;
  return `${side(base)} -> ${side(head)}`;
}

// src/terminal/answer.ts
async function answer(report, { json = false, out }, { stdout, colour, width, cwd, logger }) {
  stdout.write(json ? documentOf(report) : renderTerminal(report, { colour, width }));
  for (const { problem } of json ? report.models : []) {
    if (problem !== null) logger.error(`${problem.message}
  ${problem.next}`);
  }
  if (out !== void 0) {
    const rendered = { comment: renderComment(report, {}), badge: renderBadge(report) };
    const files = await writeFiles(path2.resolve(cwd, out), report, rendered);
    logger.info(`Written: ${Object.values(files).join(", ")}`);
  }
  return exitStatusOfReport(report);
}

// src/terminal/inspection-document.ts
function inspectionDocument({
  profile,
  nodes,
  weightsRead
}) {
  const counts = new Map(Object.entries(profile.counts));
  const indicators = Object.fromEntries(
    COUNTED.map(({ id, unit }) => {
      const { value: value2, reason } = counts.get(id) ?? { value: null, reason: "not counted" };
      const known = value2 !== null;
      const why = reason === null ? {} : { reason };
      return [id, { value: value2, unit, provenance: known ? "counted" : "not-measured", ...why }];
    })
  );
  const { macs_by_precision, coverage: coverage2, operators, inputs, outputs, opsets, shapes } = profile;
  return {
    indicators,
    macs_by_precision,
    coverage: coverage2,
    operators,
    nodes: nodes(),
    inputs,
    outputs,
    opsets,
    shapes,
    weights_read: weightsRead
  };
}

// src/terminal/runtime.ts
import { existsSync as existsSync2 } from "node:fs";
import { createRequire } from "node:module";
import path3 from "node:path";
var RUNTIME = "onnxruntime-node";
function runtimeModules(given, bundle) {
  const searched = given === void 0 ? [] : [given, path3.join(given, "node_modules")];
  const found = searched.find((folder) => existsSync2(path3.join(folder, RUNTIME, "package.json")));
  if (found !== void 0) return path3.resolve(found);
  if (given !== void 0) {
    throw new GateError(
      "runtime",
      `There is no ${RUNTIME} in ${given}.`,
      `Give --onnxruntime-path the node_modules folder in which "npm install --ignore-scripts ${RUNTIME}" put it.`
    );
  }
  try {
    const entry = createRequire(path3.join(bundle, "cli.js")).resolve(`${RUNTIME}/package.json`);
    return path3.dirname(path3.dirname(entry));
  } catch (cause) {
    throw new GateError(
      "runtime",
      `${RUNTIME} is not installed beside efficiency-gate.`,
      'Run "npm ci" in the checkout, or give --onnxruntime-path a folder that has it.',
      { cause }
    );
  }
}

// src/terminal/commands.ts
async function compareCommand(context, base, head, flags) {
  const config = await readConfig(context, flags);
  const declared = await readDeclared(context, config, flags);
  const plan = planFiles({ base, head, cwd: context.cwd, config, declared });
  const report = await withMachine(context, flags, (services) => runGate(plan, services));
  const problem = report.models[0]?.problem ?? null;
  if (problem === null || flags.json === true || report.models[0]?.base?.profile != null) {
    return answer(report, flags, context);
  }
  throw new GateError(problem.kind, problem.message, problem.next);
}
async function pullRequestCommand(context, flags) {
  const { cwd, env } = context;
  const request = {
    repository: cwd,
    event: { kind: "none" },
    explicit: { base: flags.base, head: flags.head },
    configFile: void 0,
    // A file that is named on the command line is the user's own word.
    config: flags.config === void 0 ? void 0 : await readConfigFile(context, flags),
    overrides: overridesOf(flags)
  };
  const report = await withMachine(context, flags, (services) => gatePullRequest(request, env, services));
  return answer(report, flags, context);
}
async function inspectCommand(context, model, flags) {
  const config = await readConfig(context, flags);
  const { threads, provider, seed } = config;
  const inspected = await withMachine(
    context,
    flags,
    ({ executor, folder }) => inspectModel(
      {
        file: path4.resolve(context.cwd, model),
        label: model,
        settings: settingsFor(config, model),
        inputFolder: context.cwd,
        session: { threads, provider },
        seed,
        weights: flags.weights === true ? "read" : "when small"
      },
      executor,
      folder
    )
  );
  for (const warning of inspected.warnings) context.logger.warning(warning);
  tellWeightsRead(inspected, context.logger);
  const { profile, nodes } = inspected;
  const { colour, width, stdout } = context;
  const answered = flags.json === true ? documentOf(inspectionDocument(inspected)) : renderInspection(profile, { colour, width, name: model, nodes: flags.nodes === true ? nodes() : [] });
  stdout.write(answered);
  return EXIT.passed;
}
async function judgeCommand(context, file, flags) {
  const report = parseReport(await readText(path4.resolve(context.cwd, file), "report", file), file);
  const recorded = report.policy;
  const policy = flags.config === void 0 ? recorded : policyOf(await readConfig(context, flags), recorded.decisions);
  const tolerances = { ...policy.tolerances, ...parseTolerances(flags.tolerance ?? []) };
  return answer(judgeAgain(report, { ...policy, tolerances }), flags, context);
}
function withMachine({ bundle, env, logger, signal }, { onnxruntimePath }, use) {
  const workerFile = path4.join(bundle, "worker.js");
  const modules = () => Promise.resolve(runtimeModules(onnxruntimePath, bundle));
  return withServices({ workerFile, runtimeModules: modules, env, logger, signal }, use);
}
function overridesOf({ dim, input, tolerance, sweep, budget, threads, provider, seed }) {
  return { dims: dim, inputs: input, tolerances: tolerance, sweeps: sweep, budget, threads, provider, seed };
}
async function readConfig(context, flags) {
  return withOverrides(await readConfigFile(context, flags), overridesOf(flags));
}
async function readDeclared({ cwd }, { declared }, { declaredBase, declaredHead }) {
  const read = async (label) => parseDeclared(await readText(path4.resolve(cwd, label), "config", label), label);
  if (declaredBase !== void 0 || declaredHead !== void 0) {
    const ofSide = (label) => label === void 0 ? Promise.resolve(null) : read(label);
    return { base: await ofSide(declaredBase), head: await ofSide(declaredHead) };
  }
  if (!existsSync3(path4.resolve(cwd, declared))) return { base: null, head: null };
  const shared = namedOnly(await read(declared));
  return { base: shared, head: shared };
}
async function readConfigFile({ cwd }, { config: named }) {
  const label = named ?? CONFIG_PATH;
  const file = path4.resolve(cwd, label);
  if (named === void 0 && !existsSync3(file)) return defaultConfig();
  return parseConfig(await readText(file, "config", label), label);
}

// src/terminal/flags.ts
var repeated = (value2, earlier = []) => [...earlier, value2];
function text(value2) {
  if (value2.trim() === "") throw new InvalidArgumentError("It is empty.");
  return value2;
}
var FLAGS = {
  config: (command) => command.option(
    "--config <file>",
    "configuration (default: .github/efficiency-gate.yml when it is there)",
    text
  ),
  feeding: (command) => command.option("--dim <name=n>", "size of a named dynamic dimension; repeatable", repeated).option(
    "--input <name=value>",
    "an input: 16000, range:0..100, shape:1,512, file:x.npy; repeatable",
    repeated
  ).option("--seed <n>", "seed of the inputs and of the random orders", text),
  judging: (command) => command.option(
    "--tolerance <[id=]amount>",
    "5% for all timings, or for one indicator: latency_p50=3%; repeatable",
    repeated
  ),
  measuring: (command) => command.option("--budget <seconds>", 'time to measure each model, or "auto"', text).option(
    "--sweep <kind[=values]>",
    "also measure at several batches or threads: batch, threads, batch=1,4,16; repeatable",
    repeated
  ),
  running: (command) => command.option("--threads <n>", "threads of ONNX Runtime (default: 1)", text).option("--provider <name>", "execution provider (default: cpu)", text).option(
    "--onnxruntime-path <folder>",
    "node_modules that holds onnxruntime-node, if not our own",
    text
  ),
  weights: (command) => command.option("--weights", "read the weights of a large model too, to count those that are not zero"),
  replaying: (command) => command.option("--decisions <n>", "timing decisions that share the error probability (default: 8)", text).option("--alpha <probability>", "error probability of all of them together (default: 0.05)", text).option("--rounds <n>", "rounds of each comparison to look at, at most (default: all)", text),
  writing: (command) => command.option("--out <folder>", "also write report.json, comment.md and the badge there", text),
  json: (command) => command.option("--json", "one JSON document on standard output, nothing else there")
};
function withFlags(command, ...groups) {
  return groups.reduce((flagged, group) => FLAGS[group](flagged), command);
}

// src/terminal/logger.ts
var CLEAR_LINE = "\r\x1B[K";
var PROGRESS_EVERY_MS = 1e4;
function terminalLogger(stream, colors, now) {
  let unfinished = false;
  let lastProgress = -Infinity;
  const line = (text2) => {
    stream.write(`${unfinished ? CLEAR_LINE : ""}${text2}
`);
    unfinished = false;
  };
  return {
    info: (message) => {
      line(harmless(message));
    },
    notice: (message) => {
      line(harmless(message));
    },
    warning: (message) => {
      line(`${colors.yellow("warning:")} ${harmless(message)}`);
    },
    error: (message) => {
      line(`${colors.red("error:")} ${harmless(message)}`);
    },
    progress: (message) => {
      if (stream.isTTY === true) {
        const text2 = harmless(message).slice(0, Math.max(1, (stream.columns ?? 80) - 1));
        stream.write(`${CLEAR_LINE}${text2}`);
        unfinished = true;
      } else if (now() - lastProgress >= PROGRESS_EVERY_MS) {
        lastProgress = now();
        line(harmless(message));
      }
    }
  };
}
var harmless = (message) => message.split("\n").map((text2) => terminalText(text2)).join("\n");

// src/terminal/replay-command.ts
import path5 from "node:path";

// src/render/replay.ts
var COLUMNS = [
  { heading: "comparison", align: "right" },
  { heading: "head / base", align: "left" },
  { heading: "rounds", align: "right" },
  { heading: "verdict", align: "left" }
];
function renderReplay(comparisons, { tolerance, alpha, decisions }, colour) {
  const palette = paletteFor(colour);
  const rows2 = comparisons.map(({ verdict, ratio, low, high, rounds }, index) => {
    const mark = verdictMark(verdict);
    return [
      { text: String(index + 1) },
      { text: `${ratio.toFixed(3)} [${low.toFixed(3)}, ${high === null ? "∞" : high.toFixed(3)}]` },
      { text: String(rounds) },
      { text: signed(mark), paint: palette[mark.tone] }
    ];
  });
  const counts = VERDICTS.map(
    (verdict) => [comparisons.filter((each) => each.verdict === verdict).length, verdict]
  );
  const summary = counts.filter(([count2]) => count2 > 0).map(([count2, verdict]) => `${count2} ${verdict}`);
  return `${[
    ...grid(COLUMNS, rows2, { indent: "", heading: palette.faint }),
    "",
    `${plural(comparisons.length, "comparison")}: ${summary.join(", ")}`,
    `tolerance ${formatPercent(tolerance)}: head / base from ${(1 / (1 + tolerance)).toFixed(3)} to ${(1 + tolerance).toFixed(3)}; any error in ${plural(decisions, "decision")} at most ${formatPercent(alpha)}`
  ].join("\n")}
`;
}

// src/replay.ts
var millisecondsSchema = external_exports.number().positive();
var pairSchema = external_exports.tuple([millisecondsSchema, millisecondsSchema], external_exports.unknown());
var roundSchema = external_exports.object({
  /** Whether the head's process was launched before the base's. */
  headLaunchedFirst: external_exports.boolean(),
  pairs: external_exports.array(pairSchema).min(1)
});
var traceSchema = external_exports.object({ comparisons: external_exports.array(external_exports.array(roundSchema).min(1)).min(1) });
function parseTrace(text2, origin) {
  const next = 'Give recorded timings: {"comparisons": [[{"headLaunchedFirst": true, "pairs": [[base, head], ...]}, ...], ...]}.';
  let json;
  try {
    json = JSON.parse(text2);
  } catch (cause) {
    throw new GateError("report", `${origin} is not JSON.`, next, { cause });
  }
  if (typeof json === "object" && json !== null && "schemaVersion" in json)
    throw new GateError(
      "report",
      `${origin} is a report and no trace.`,
      "Judge a report again with efficiency-gate judge."
    );
  const parsed = traceSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === void 0 || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  throw new GateError(
    "report",
    `${origin} is not a trace: ${where}${issue?.message ?? "unknown fault"}.`,
    next
  );
}
function logRatiosOf(rounds) {
  return withoutOrderEffect(
    rounds.map(
      ({ pairs }) => crossLogRatio(
        pairs.map(([base]) => base),
        pairs.map(([, head]) => head)
      )
    ),
    rounds.map(({ headLaunchedFirst }) => headLaunchedFirst)
  );
}
function replay(trace, { tolerance, mostRounds, ...certainty }) {
  const up = Math.log1p(tolerance);
  const rule = { ...certainty, tolerance: { down: -up, up } };
  return trace.comparisons.map((rounds) => {
    const decision = decideAtFirstProof(logRatiosOf(rounds.slice(0, mostRounds)), rule);
    const { ratio, low, high, verdict } = decision;
    return { verdict: VERDICT_OF[verdict], ratio, low, high, rounds: decision.rounds };
  });
}
var VERDICT_OF = {
  above: "regressed",
  below: "improved",
  within: "equivalent",
  undecided: "inconclusive"
};

// src/terminal/replay-command.ts
var DECISIONS = 8;
async function replayCommand({ cwd, stdout, colour }, file, flags) {
  for (const given of flags.tolerance ?? []) {
    if (given.includes("=") && !given.startsWith("latency_p50="))
      throw new GateError(
        "usage",
        `A trace holds latencies and no ${given.split("=")[0] ?? ""}.`,
        "Write --tolerance 5%."
      );
  }
  const { latency_p50 } = parseTolerances(flags.tolerance ?? []);
  const alpha = flags.alpha === void 0 ? defaultConfig().alpha : parseSetting("alpha", flags.alpha);
  const rule = {
    tolerance: (latency_p50 ?? indicator("latency_p50").tolerance).relative ?? 0,
    alpha,
    decisions: count("--decisions", flags.decisions) ?? DECISIONS,
    mostRounds: count("--rounds", flags.rounds) ?? Infinity
  };
  const comparisons = replay(parseTrace(await readText(path5.resolve(cwd, file), "report", file), file), rule);
  stdout.write(flags.json === true ? documentOf({ comparisons }) : renderReplay(comparisons, rule, colour));
  return EXIT.passed;
}
function count(flag, text2) {
  if (text2 === void 0) return void 0;
  if (/^[1-9]\d{0,6}$/.test(text2)) return Number(text2);
  throw new GateError("usage", `${flag} must be a whole number of at least 1.`, `Write ${flag} 8.`);
}

// src/terminal/program.ts
var EXIT_HELP = `
Exit status:
  0  passed: nothing got provably worse beyond its tolerance
  1  failed: a proven regression
  2  the command, the configuration or a model is wrong
  3  something could not be measured`;
var EXAMPLES = `
Examples:
  efficiency-gate compare old.onnx new.onnx --dim batch=1 --dim sequence=512
  efficiency-gate compare v4.onnx v5.onnx --input sr=16000 --input input=shape:1,512
  efficiency-gate pr --base origin/main
  efficiency-gate inspect model.onnx
  efficiency-gate judge report.json --tolerance latency_p50=3%
  efficiency-gate claims --text-file pull-request.md --report report.json`;
async function runCommandLine(args, terminal) {
  const colors = import_picocolors2.default.createColors(wantsColour(terminal.stderr, terminal.env));
  const logger = terminalLogger(terminal.stderr, colors, () => performance.now());
  const interruption = new AbortController();
  const context = {
    ...terminal,
    logger,
    signal: interruption.signal,
    colour: wantsColour(terminal.stdout, terminal.env),
    width: terminal.stdout.columns ?? DEFAULT_WIDTH
  };
  const release = onInterruption(interruption, logger);
  let status = EXIT.passed;
  const program2 = buildProgram(terminal, context, (ended) => {
    status = ended;
  });
  try {
    await program2.parseAsync(args, { from: "user" });
    return status;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.passed : EXIT.misuse;
    const { message, next, exitStatus } = describeFailure(thrown);
    logger.error(`${message}
  ${next}`);
    return exitStatus;
  } finally {
    release();
  }
}
var DEFAULT_WIDTH = 100;
function wantsColour(stream, env) {
  if ((env.NO_COLOR ?? "") !== "") return false;
  if ((env.FORCE_COLOR ?? "") !== "") return env.FORCE_COLOR !== "0";
  return stream.isTTY === true && env.TERM !== "dumb";
}
function onInterruption(interruption, logger) {
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(EXIT.unmeasured);
    logger.notice("Interrupted: reporting what was measured. Once more ends at once.");
    interruption.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  return () => void process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
}
var COMPARING = ["config", "feeding", "judging", "measuring", "running", "writing", "json"];
function buildProgram({ stdout, stderr }, context, end) {
  const program2 = new Command("efficiency-gate").description(
    "Compare ONNX models on every cost indicator, side by side, with verdicts that hold on a noisy machine."
  ).version(EFFICIENCY_GATE_VERSION).exitOverride().configureOutput({ writeOut: (text2) => stdout.write(text2), writeErr: (text2) => stderr.write(text2) }).showHelpAfterError("Run efficiency-gate --help to see the commands.").addHelpText("after", `${EXAMPLES}
${EXIT_HELP}`);
  withFlags(
    program2.command("compare").description("Measure and judge two model files.").argument("<base>", "the model as it was").argument("<head>", "the model as it would be").option("--declared-base <file>", "JSON that declares training and quality of the base").option("--declared-head <file>", "the same of the head"),
    ...COMPARING
  ).action(async (base, head, flags) => {
    end(await compareCommand(context, base, head, flags));
  });
  withFlags(
    program2.command("pr").description(
      "The same for every model that a branch changes, from a git repository, as the action does."
    ).option(
      "--base <ref>",
      "compare with where the head left this branch or commit (default: the default branch)"
    ).option("--head <ref>", "the commit to judge (default: HEAD)"),
    ...COMPARING
  ).action(async (flags) => {
    end(await pullRequestCommand(context, flags));
  });
  withFlags(
    program2.command("inspect").description("Count one model: parameters, MACs, FLOPs, memory, structure, per operator.").argument("<model>", "an ONNX file").option("--nodes", "also every node, in the order of the file (--json always has them)"),
    "config",
    "feeding",
    "running",
    "weights",
    "json"
  ).action(async (model, flags) => {
    end(await inspectCommand(context, model, flags));
  });
  withFlags(
    program2.command("judge").description("Judge a recorded report again, with other tolerances. Nothing is measured.").argument("<report>", "a report.json"),
    "config",
    "judging",
    "writing",
    "json"
  ).action(async (report, flags) => {
    end(await judgeCommand(context, report, flags));
  });
  withFlags(
    program2.command("replay").description("Decide recorded timings of two models, round by round, as the gate would have.").argument("<trace>", "a JSON file of comparisons, rounds and pairs of times"),
    "judging",
    "replaying",
    "json"
  ).action(async (trace, flags) => {
    end(await replayCommand(context, trace, flags));
  });
  withFlags(
    program2.command("claims").description("Read what a pull request's text claims of cost and quality, and rule on it by a report.").requiredOption("--text-file <file>", "title, description and commit messages, in Markdown").option("--report <file>", "a report.json to rule by (default: claims are read only)"),
    "json"
  ).action(async (flags) => {
    end(await claimsCommand(context, flags));
  });
  return program2;
}

// src/terminal/standard-streams.ts
function outliveReaders({ stdout, stderr }) {
  stderr.on("error", () => void 0);
  stdout.on("error", ({ code, message }) => {
    if (code === "EPIPE") return;
    stderr.write(
      `error: The output cannot be written: ${message}
Make room there, or send it somewhere else.
`
    );
    process.exit(EXIT.unmeasured);
  });
}

// src/cli.ts
outliveReaders(process);
process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  bundle: import.meta.dirname
});
