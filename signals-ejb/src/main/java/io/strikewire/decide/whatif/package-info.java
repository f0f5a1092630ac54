/** The entry policy and sizing, asked by file. */
@NullMarked
package io.strikewire.decide.whatif;

import org.jspecify.annotations.NullMarked;
