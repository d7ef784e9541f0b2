"use strict";

// What ECharts is to draw: functions of a chart's data, of what the reader chose, and of colours.
const drawing = (() => {
  const FONT = "system-ui, sans-serif";

  /** A figure beside an axis. Those are round; all others come from tables. */
  function tick(axis, value) {
    if (axis.percent) {
      return `${Number((100 * value).toPrecision(6))} %`;
    }
    const large = Math.abs(value) >= 1e4;
    return value.toLocaleString("en", large ? { notation: "compact" } : { maximumSignificantDigits: 4 });
  }

  /** A series' points as [x, y], with the row of the table that each has; null where a line breaks. */
  function points(one, view) {
    return one.y.map((y, row) => {
      const x = one.x[view.x][row];
      const hidden = x === null || y === null || (view.log.x && x <= 0) || (view.log.y && y <= 0);
      return hidden ? { value: [x, null], row } : { value: [x + one.shift, y], row };
    });
  }

  /** Where a series ends below and above each point, without points that have no ends. */
  function ends(one, view) {
    const all = (one.low || []).map((low, row) => ({ x: one.x[view.x][row], low, high: one.high[row] }));
    return all.map((end) => {
      const known = end.x !== null && end.low !== null && end.high !== null;
      const drawn = known && !(view.log.x && end.x <= 0) && !(view.log.y && end.low <= 0);
      return drawn ? { ...end, x: end.x + one.shift } : null;
    });
  }

  function symbolOf(one, colours) {
    const colour = colours[one.tone];
    return {
      symbol: `path://${one.symbol}`,
      itemStyle: { color: one.hollow ? colours.paper : colour, borderColor: colour, borderWidth: one.hollow ? 2 : 1 },
    };
  }

  function line(one, view, colours) {
    const accompanies = one.mark === "DASHED";
    // Symbols tell lines apart without colour, but not if they touch each other.
    const step = Math.ceil(one.y.length / 16);
    return {
      ...symbolOf(one, colours),
      type: "line",
      data: points(one, view),
      showSymbol: !accompanies,
      symbolSize: (_, { dataIndex }) => (dataIndex % step === 0 ? 8 : 0),
      lineStyle: {
        color: colours[one.tone],
        width: accompanies ? 1.75 : 2.25,
        type: one.dash.length ? one.dash : "solid",
      },
      z: 3,
    };
  }

  function scatter(one, view, colours) {
    return { ...symbolOf(one, colours), type: "scatter", data: points(one, view), symbolSize: 11, z: 3 };
  }

  function bars(one, view, colours) {
    const colour = colours[one.tone];
    return {
      type: "bar",
      data: points(one, view),
      // Places are ours, so ECharts must not move bars aside.
      barGap: "-100%",
      barWidth: `${100 * one.width}%`,
      itemStyle: {
        color: colour,
        opacity: one.hollow ? 0.35 : 0.85,
        borderColor: colour,
        borderWidth: 2,
        borderType: one.dash.length ? one.dash : "solid",
      },
      z: 2,
    };
  }

  function guide(one, view, colours) {
    return {
      type: "line",
      data: points(one, view),
      symbol: "none",
      silent: true,
      lineStyle: { color: colours.faint, width: 1, type: "solid", opacity: 0.7 },
      z: 1,
    };
  }

  const MARKS = { LINE: line, DASHED: line, POINTS: scatter, BARS: bars, GUIDE: guide };

  /** Runs of neighbours that have ends. */
  function runs(all) {
    const found = [[]];
    for (const end of all) {
      if (end === null) {
        found.push([]);
      } else {
        found[found.length - 1].push(end);
      }
    }
    return found.filter((run) => run.length > 0);
  }

  /** A band as a line that runs along its upper edge and back along the lower one: what it goes round is filled. */
  function bands(one, view, colours) {
    return runs(ends(one, view)).map((run) => ({
      type: "line",
      data: [...run.map((end) => [end.x, end.high]), ...run.map((end) => [end.x, end.low]).reverse()],
      symbol: "none",
      silent: true,
      lineStyle: { width: 0, color: colours[one.tone] },
      areaStyle: { color: colours[one.tone], opacity: 0.16, origin: "start" },
      z: 1,
    }));
  }

  function whiskers(one, view, colours) {
    const drawn = ends(one, view).filter((end) => end !== null);
    const data = drawn.flatMap((end) => [[end.x, end.low], [end.x, end.high], [end.x, null]]);
    // On bars of their own colour they would not be seen.
    const colour = one.mark === "BARS" ? colours.text : colours[one.tone];
    return [
      {
        type: "line",
        data,
        symbol: "rect",
        symbolSize: [9, 1.5],
        showAllSymbol: true,
        silent: true,
        lineStyle: { color: colour, width: 1.5, type: "solid" },
        itemStyle: { color: colour, borderWidth: 0 },
        z: 4,
      },
    ];
  }

  function drawn(one, index, view, colours) {
    const hasLine = one.mark === "LINE" || one.mark === "DASHED";
    const around = one.low ? (hasLine ? bands : whiskers)(one, view, colours) : [];
    const itself = { ...MARKS[one.mark](one, view, colours), id: `series ${index}`, name: one.name };
    const all = [...around.map((part, i) => ({ ...part, id: `ends ${index} ${i}` })), itself];
    return all.map((part) => ({ ...part, xAxisIndex: view.categories ? 1 : 0, animation: false }));
  }

  /**
   * Puts series beside each other that would stand on each other: bars, and points at categories. Series that share no place
   * stay in the middle.
   */
  function sideBySide(series, view) {
    const moved = series.filter((one) => one.mark === "BARS" || (one.mark === "POINTS" && view.categories));
    const columns = [];
    for (const one of moved) {
      const places = one.x[view.x];
      let column = columns.findIndex((taken) => !places.some((place) => taken.has(place)));
      if (column < 0) {
        column = columns.push(new Set()) - 1;
      }
      places.forEach((place) => columns[column].add(place));
      one.column = column;
    }
    const unit = view.categories ? 1 : leastGap(moved.flatMap((one) => one.x[view.x]));
    const bars = moved.some((one) => one.mark === "BARS");
    const step = unit * (bars ? 0.74 / columns.length : Math.min(0.14, 0.7 / columns.length));
    for (const one of moved) {
      one.shift = step * (one.column - (columns.length - 1) / 2);
    }
    setWidths(moved, view, 0.92 * step);
  }

  function leastGap(places) {
    const sorted = [...new Set(places)].filter((place) => place !== null).sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((place, i) => place - sorted[i]);
    return gaps.length > 0 ? Math.min(...gaps) : 1;
  }

  /** ECharts wants a bar's width as a share of the least gap between bars, or of the axis if there is but one place. */
  function setWidths(moved, view, width) {
    const bars = moved.filter((one) => one.mark === "BARS");
    const places = new Set(bars.flatMap((one) => one.x[view.x].map((place) => place + one.shift)));
    const whole = places.size > 1 ? leastGap([...places]) : view.categories || 1;
    bars.forEach((one) => (one.width = width / whole));
  }

  function textStyle(colour, size = 13) {
    return { color: colour, fontFamily: FONT, fontSize: size };
  }

  /** The next of ..., 1, 2, 5, 10, 20, 50, ... in either direction: whole powers of ten would leave half of an axis empty. */
  function roundBelow(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    return Number(([5, 2, 1].find((step) => step * power <= value * 1.000001) * power).toPrecision(1));
  }

  function roundAbove(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    return Number(([1, 2, 5, 10].find((step) => step * power >= value * 0.999999) * power).toPrecision(1));
  }

  function axisOf(axis, log, colours) {
    return {
      type: log ? "log" : "value",
      scale: true,
      ...(log ? { min: (extent) => roundBelow(extent.min), max: (extent) => roundAbove(extent.max) } : {}),
      axisLine: { show: true, onZero: false, lineStyle: { color: colours.faint } },
      axisTick: { show: true, lineStyle: { color: colours.faint } },
      axisLabel: { ...textStyle(colours.faint, 12), hideOverlap: true, formatter: (value) => tick(axis, value) },
      splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
    };
  }

  function yAxis(data, view, colours) {
    const top = (extent) => (extent.max > 0.97 && extent.max <= 1 ? 1 : null);
    return {
      ...axisOf(data.y, view.log.y, colours),
      scale: !data.series.some((one) => one.mark === "BARS"),
      // A share is never above one, however round the next figure is.
      ...(data.y.percent ? { max: top } : {}),
    };
  }

  /** Names of places: on one or more lines if their words fit side by side, aslant if not. */
  function namesOf(axis, width) {
    const room = (width - 80) / axis.categories.length - 8;
    const longest = Math.max(...axis.categories.flatMap((name) => name.split(" ")).map((word) => word.length));
    return 7 * longest <= room
      ? { width: room, overflow: "break", lineHeight: 16 }
      : { rotate: 40, width: 120, overflow: "truncate" };
  }

  function xAxes(data, view, colours, width) {
    const axis = data.xs[view.x];
    if (!axis.categories) {
      return [{ ...axisOf(axis, view.log.x, colours), position: "bottom" }];
    }
    const names = {
      ...axisOf(axis, false, colours),
      position: "bottom",
      type: "category",
      data: axis.categories,
      axisLabel: { ...textStyle(colours.faint, 12), interval: 0, ...namesOf(axis, width) },
      splitLine: { show: false },
    };
    // Points stand beside the middle of a category too, which only an axis of figures can say.
    const places = { type: "value", min: -0.5, max: axis.categories.length - 0.5, show: false };
    return [names, places];
  }

  /** Names of axes at the edges, where no label is in their way. */
  function axisNames(data, view, colours, width) {
    const name = { textStyle: { ...textStyle(colours.text), fontWeight: "normal", width: width - 24, overflow: "truncate" } };
    return [
      { ...name, text: data.y.name, left: 4, top: 4, padding: 0 },
      { ...name, text: data.xs[view.x].name, left: "center", bottom: 4, padding: 0 },
    ];
  }

  function optionOf(data, view, colours, width) {
    const series = data.series
      .map((one, index) => ({ ...one, index, shift: 0 }))
      .filter((one) => one.mark === "GUIDE" || !view.hidden.has(one.name));
    sideBySide(series, view);
    return {
      animation: false,
      textStyle: { fontFamily: FONT },
      title: axisNames(data, view, colours, width),
      grid: { left: 8, right: 24, top: 34, bottom: 28, containLabel: true },
      xAxis: xAxes(data, view, colours, width),
      yAxis: yAxis(data, view, colours),
      series: series.flatMap((one) => drawn(one, one.index, view, colours)),
    };
  }

  return { optionOf, textStyle };
})();
