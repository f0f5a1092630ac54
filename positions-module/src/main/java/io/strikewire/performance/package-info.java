/** What trading brought: equity, days, win rate, profit factor, drawdown. */
@NullMarked
package io.strikewire.performance;

import org.jspecify.annotations.NullMarked;
