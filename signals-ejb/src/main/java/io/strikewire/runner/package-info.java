/** Which portfolios are due, whose turn it is, and what came of each turn. */
@NullMarked
package io.strikewire.runner;

import org.jspecify.annotations.NullMarked;
