/** Settings: each with its name, default, meaning and check, read with every mistake named. */
@NullMarked
package io.strikewire.config;

import org.jspecify.annotations.NullMarked;
