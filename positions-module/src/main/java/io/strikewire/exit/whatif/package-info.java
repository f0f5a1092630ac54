/** The exit policy, asked by file. */
@NullMarked
package io.strikewire.exit.whatif;

import org.jspecify.annotations.NullMarked;
