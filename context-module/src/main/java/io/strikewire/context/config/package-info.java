/** Reads the market context's settings from the configuration. */
@NullMarked
package io.strikewire.context.config;

import org.jspecify.annotations.NullMarked;
