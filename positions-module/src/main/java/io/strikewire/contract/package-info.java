/** Which listed option is meant: the one a signal names, or one chosen by policy from the chain. */
@NullMarked
package io.strikewire.contract;

import org.jspecify.annotations.NullMarked;
